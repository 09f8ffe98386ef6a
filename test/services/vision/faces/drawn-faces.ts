/** Faces as people draw them, without a photograph: SVG of 400 × 400. */
const drawings = {
  emoji: `<circle cx="200" cy="200" r="150" fill="#fc3"/><circle cx="145" cy="165" r="18" fill="#432"/>
    <circle cx="255" cy="165" r="18" fill="#432"/>
    <path d="M120 240 Q200 330 280 240" stroke="#432" stroke-width="14" fill="none"/>`,
  comic: `<ellipse cx="200" cy="210" rx="115" ry="145" fill="#f6c9a8" stroke="#222" stroke-width="4"/>
    <path d="M85 190 Q90 60 200 60 Q310 60 315 190 Q280 110 200 115 Q120 110 85 190" fill="#5a3210"/>
    <ellipse cx="155" cy="195" rx="26" ry="17" fill="#fff" stroke="#222" stroke-width="4"/>
    <ellipse cx="245" cy="195" rx="26" ry="17" fill="#fff" stroke="#222" stroke-width="4"/>
    <circle cx="155" cy="195" r="11" fill="#246"/><circle cx="245" cy="195" r="11" fill="#246"/>
    <path d="M125 165 Q155 148 185 163 M215 163 Q245 148 275 165" stroke="#3a2008" stroke-width="8" fill="none"/>
    <path d="M200 205 L188 250 Q200 260 213 250" stroke="#a76" stroke-width="4" fill="none"/>
    <path d="M155 290 Q200 320 245 290 Q200 302 155 290" fill="#c33" stroke="#622" stroke-width="3"/>`,
  sketch: `<rect width="400" height="400" fill="#fff"/><g fill="none" stroke="#222" stroke-width="3">
    <ellipse cx="200" cy="210" rx="105" ry="140"/><ellipse cx="157" cy="195" rx="22" ry="11"/>
    <ellipse cx="243" cy="195" rx="22" ry="11"/><path d="M130 168 Q157 155 183 168 M217 168 Q243 155 270 168"/>
    <path d="M200 200 L188 252 L212 254 M160 295 Q200 315 240 295 M165 292 Q200 285 235 292"/>
    <path d="M95 190 Q100 70 200 65 Q300 70 305 190"/></g>
    <circle cx="157" cy="195" r="8" fill="#222"/><circle cx="243" cy="195" r="8" fill="#222"/>`,
  anime: `<path d="M100 170 Q100 330 200 355 Q300 330 300 170 Q290 80 200 80 Q110 80 100 170" fill="#fde3d2"/>
    <path d="M80 220 Q70 40 200 40 Q330 40 320 220 L290 150 L250 180 L220 130 L180 180 L150 130 Z" fill="#46a"/>
    <ellipse cx="150" cy="220" rx="28" ry="38" fill="#fff"/><ellipse cx="250" cy="220" rx="28" ry="38" fill="#fff"/>
    <ellipse cx="152" cy="225" rx="20" ry="30" fill="#264"/><ellipse cx="248" cy="225" rx="20" ry="30" fill="#264"/>
    <circle cx="158" cy="212" r="8" fill="#fff"/><circle cx="254" cy="212" r="8" fill="#fff"/>
    <path d="M118 195 Q150 170 180 192 M220 192 Q250 170 282 195" stroke="#222" stroke-width="7" fill="none"/>
    <path d="M198 265 L202 270 M180 305 Q200 315 220 305" stroke="#633" stroke-width="4" fill="none"/>`,
  shaded: `<defs><radialGradient id="skin" cx="45%" cy="40%"><stop offset="0" stop-color="#fbd9bf"/>
    <stop offset=".7" stop-color="#e8b190"/><stop offset="1" stop-color="#a86f50"/></radialGradient></defs>
    <ellipse cx="200" cy="210" rx="110" ry="145" fill="url(#skin)"/>
    <path d="M88 185 Q85 50 200 50 Q315 50 312 185 Q290 105 200 108 Q110 105 88 185" fill="#2b190c"/>
    <ellipse cx="155" cy="198" rx="24" ry="11" fill="#f7f4f0"/><ellipse cx="245" cy="198" rx="24" ry="11" fill="#f7f4f0"/>
    <circle cx="155" cy="197" r="10" fill="#3b2a1a"/><circle cx="245" cy="197" r="10" fill="#3b2a1a"/>
    <path d="M131 192 Q155 180 180 195 M220 195 Q245 180 269 192" stroke="#4b2d18" stroke-width="5" fill="none"/>
    <path d="M122 170 Q155 152 186 168 M214 168 Q245 152 278 170" stroke="#3a2008" stroke-width="9" fill="none"/>
    <path d="M192 200 Q184 240 178 255 Q200 270 222 255 Q216 240 208 200" fill="#d99f7c" opacity=".6"/>
    <ellipse cx="188" cy="258" rx="6" ry="3" fill="#7a4530"/><ellipse cx="212" cy="258" rx="6" ry="3" fill="#7a4530"/>
    <path d="M155 297 Q180 285 200 291 Q220 285 245 297 Q200 325 155 297" fill="#b8605a"/>`,
} as const;

export type DrawnFace = keyof typeof drawings;

export const drawnFaces: readonly DrawnFace[] = ['emoji', 'comic', 'sketch', 'anime', 'shaded'];

/** The drawing as an SVG of so many pixels. */
export function drawnFace(name: DrawnFace, pixels: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="${pixels}" height="${pixels}">
      <rect width="400" height="400" fill="#bcd"/>${drawings[name]}</svg>`,
  );
}
