"""Does what its event's "do" says."""
import os
import subprocess
import sys
import threading
import time

calls = 0
ran_at = 0


def throw(event, context):
    raise KeyError("no luck")


def leave(event, context):
    sys.exit(3)


def die(event, context):
    os._exit(4)


def hang(event, context):
    time.sleep(3600)


def show(event, context):
    print("to out")
    print("to err", file=sys.stderr)
    os.write(1, b'A"forged"\n')
    return "printed"


def say(event, context):
    print(event["text"], "out")
    print(event["text"], "err", file=sys.stderr)
    os.write(1, f"{event['text']} file".encode())


def haveSaid(event, context):
    subprocess.run(["echo", event["text"]])


def zero(event, context):
    print("a\0b")
    return "printed"


def noisy(event, context):
    subprocess.Popen("yes noise | head -c 1000000", shell=True)
    return event["text"] * 300_000


def unblocked(event, context):
    os.set_blocking(1, False)
    return event["text"] * 300_000


def env(event, context):
    return {"greeting": os.environ["GREETING"], "function": context.function_name, "memory": context.memory_limit_in_mb}


def pid(event, context):
    return os.getpid()


def copy(event, context):
    copied = os.fork()
    if not copied:
        return "of the copy"
    os.waitpid(copied, 0)
    return "of the first"


def copyThatThrows(event, context):
    copied = os.fork()
    if not copied:
        raise KeyError("no luck")
    os.waitpid(copied, 0)
    return "of the first"


def later(event, context):
    threading.Thread(target=run_later, name="later").start()
    return "answered"


def run_later():
    global ran_at
    time.sleep(0.1)
    ran_at = time.time() * 1000


def ranAt(event, context):
    time.sleep(0.05)
    return ran_at


def echo(event, context):
    return event["text"]


def handler(event, context):
    global calls
    calls += 1
    deed = globals().get(event.get("do"))
    return deed(event, context) if deed else {"calls": calls}
