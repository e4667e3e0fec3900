"""Writes down each call that it runs, does what its event's "do" says, and answers with the event."""
import os
import time


def say(event):
    print(event["id"])


def throw(event):
    raise TypeError("no luck")


def leave(event):
    os._exit(3)


def spin(event):
    end = time.time() + event["ms"] / 1000
    while time.time() < end:
        pass


def wait(event):
    time.sleep(event["ms"] / 1000)


DEEDS = {"say": say, "throw": throw, "exit": leave, "spin": spin, "wait": wait}


def handler(event, context):
    with open(os.environ["RUNS"], "a") as runs:
        runs.write(f"{event['id']}\n")
    if event["do"] in DEEDS:
        DEEDS[event["do"]](event)
    return event
