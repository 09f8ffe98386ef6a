#!/usr/bin/python3
"""Serves H.264 clips as endless RTSP streams, for the demo house and for tests.

    rtsp-server.py [--port N] [--user NAME --password-from-env VARIABLE] [--audio NAME] NAME=FILE@FPS ...

FILE is a bare Annex-B stream without B frames. Every viewer gets the clip from its start, in a loop, at FPS pictures a
second, at rtsp://127.0.0.1:PORT/NAME. --audio adds a stream of sound without pictures. Only this machine can connect.
Prints the port when it serves, and ends when its standard input closes: it can't outlive whoever started it.
"""
import argparse
import os
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

ROLE = "viewer"


def clip_factory(path, rate):
    # multifilesrc takes a pattern, in which a per cent sign is doubled.
    quoted = path.replace("%", "%%").replace("\\", "\\\\").replace('"', '\\"')
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        f'( multifilesrc location="{quoted}" loop=true'
        f" ! video/x-h264,stream-format=byte-stream,framerate={rate}/1"
        " ! h264parse name=parser config-interval=-1 ! video/x-h264,alignment=au ! rtph264pay name=pay0 pt=96 )"
    )
    factory.connect("media-configure", stamp_pictures, rate)
    return factory


def stamp_pictures(_factory, media, rate):
    """A bare stream has no times, and a loop would repeat them: each picture gets the next one."""
    count = 0

    def stamp(_pad, info):
        nonlocal count
        picture = info.get_buffer()
        picture.pts = picture.dts = count * Gst.SECOND // rate
        picture.duration = Gst.SECOND // rate
        count += 1
        return Gst.PadProbeReturn.OK

    pad = media.get_element().get_by_name("parser").get_static_pad("src")
    pad.add_probe(Gst.PadProbeType.BUFFER, stamp)


def audio_factory():
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch("( audiotestsrc is-live=true ! audioconvert ! mulawenc ! rtppcmupay name=pay0 pt=0 )")
    return factory


def require_password(server, factories, user, password):
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", ROLE)
    auth = GstRtspServer.RTSPAuth()
    auth.add_basic(GstRtspServer.RTSPAuth.make_basic(user, password), token)
    server.set_auth(auth)
    permissions = GstRtspServer.RTSPPermissions()
    permissions.add_permission_for_role(ROLE, "media.factory.access", True)
    permissions.add_permission_for_role(ROLE, "media.factory.construct", True)
    for factory in factories:
        factory.set_permissions(permissions)


def end_with_standard_input(loop):
    def readable(channel, condition):
        if condition & GLib.IOCondition.IN and os.read(channel.unix_get_fd(), 4096):
            return True
        loop.quit()
        return False

    channel = GLib.IOChannel.unix_new(sys.stdin.fileno())
    GLib.io_add_watch(channel, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, readable)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", default="0")
    parser.add_argument("--user")
    parser.add_argument("--password-from-env")
    parser.add_argument("--audio")
    parser.add_argument("clips", nargs="*")
    options = parser.parse_args()

    Gst.init(None)
    factories = {}
    for clip in options.clips:
        name, file = clip.split("=", 1)
        path, rate = file.rsplit("@", 1)
        factories[name] = clip_factory(path, int(rate))
    if options.audio:
        factories[options.audio] = audio_factory()

    server = GstRtspServer.RTSPServer(service=options.port, address="127.0.0.1")
    if options.user:
        require_password(server, factories.values(), options.user, os.environ[options.password_from_env])
    for name, factory in factories.items():
        server.get_mount_points().add_factory(f"/{name}", factory)
    if server.attach(None) == 0:
        sys.exit("the port can't be opened")
    print(server.get_bound_port(), flush=True)

    loop = GLib.MainLoop()
    end_with_standard_input(loop)
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, 15, loop.quit)
    loop.run()


main()
