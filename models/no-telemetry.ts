/**
 * From version 1.30 on, onnxruntime for Linux keeps an id of the machine and a database of its own under `~/.cache`, a log in
 * the folder for temporary files, and sends what it counts to its maker. It asks for this variable when it is loaded:
 * whoever imports it imports this first.
 */
process.env['ORT_DISABLE_TELEMETRY'] = '1';
