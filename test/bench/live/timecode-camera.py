#!/usr/bin/python3
"""Cameras whose clock can be read from their pictures, for the benchmark of the live view.

    timecode-camera.py NAME=FILE@FPS ...

FILE is a bare Annex B stream with access unit delimiters and without B frames, whose picture i shows the number i. Every
viewer gets it in a loop, live: picture n leaves n / FPS seconds after the start, whoever looks, and begins at a key frame.
Prints "PORT START", the start in milliseconds since 1970, and ends when its standard input closes.
"""
import argparse
import os
import sys
import time

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import GLib, Gst, GstRtspServer  # noqa: E402

DELIMITER = b"\x00\x00\x00\x01\x09"
KEY_UNIT = 5
START = time.time()


def pictures_of(path):
    with open(path, "rb") as file:
        parts = file.read().split(DELIMITER)
    return [DELIMITER + part for part in parts[1:]]


def is_key(picture):
    at = picture.find(b"\x00\x00\x01")
    while at >= 0:
        if picture[at + 3] & 31 == KEY_UNIT:
            return True
        at = picture.find(b"\x00\x00\x01", at + 3)
    return False


class Sender:
    """Sends the pictures to one viewer when each is due."""

    def __init__(self, source, pictures, rate):
        self.source, self.pictures, self.rate = source, pictures, rate
        self.keys = [is_key(picture) for picture in pictures]
        self.began = False
        self.next = int((time.time() - START) * rate) + 1
        self.wait()

    def wait(self):
        due = START + self.next / self.rate
        GLib.timeout_add(max(0, int((due - time.time()) * 1000)), self.send)

    def send(self):
        if time.time() < START + self.next / self.rate:
            self.wait()
            return False
        index = self.next % len(self.pictures)
        self.next += 1
        self.began = self.began or self.keys[index]
        if self.began and self.source.emit("push-buffer", Gst.Buffer.new_wrapped(self.pictures[index])) != Gst.FlowReturn.OK:
            return False
        self.wait()
        return False


def factory_of(path, rate):
    pictures = pictures_of(path)
    factory = GstRtspServer.RTSPMediaFactory()
    factory.set_launch(
        "( appsrc name=source is-live=true do-timestamp=true format=time"
        f" caps=video/x-h264,stream-format=byte-stream,alignment=au,framerate={rate}/1"
        " ! h264parse config-interval=-1 ! video/x-h264,alignment=au ! rtph264pay name=pay0 pt=96 )"
    )

    def configure(_factory, media):
        source = media.get_element().get_by_name("source")
        media.sender = Sender(source, pictures, rate)

    factory.connect("media-configure", configure)
    return factory


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
    parser.add_argument("clips", nargs="+")
    options = parser.parse_args()
    Gst.init(None)
    server = GstRtspServer.RTSPServer(service="0", address="127.0.0.1")
    for clip in options.clips:
        name, file = clip.split("=", 1)
        path, rate = file.rsplit("@", 1)
        server.get_mount_points().add_factory(f"/{name}", factory_of(path, int(rate)))
    if server.attach(None) == 0:
        sys.exit("the port can't be opened")
    print(server.get_bound_port(), round(START * 1000), flush=True)
    loop = GLib.MainLoop()
    end_with_standard_input(loop)
    loop.run()


main()
