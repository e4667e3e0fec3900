"""Calls a handler as Lambda's Python runtime does.

Calls come in on file 4, and before them a mark. Messages go out on file 3, the same pipe as files 1 and 2, so that what a function
prints before its answer comes before it; the mark tells them apart. File 5 has two numbers: of the last call that was begun here
of those that were sent ahead, and of the last that is not to be begun any more.

https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html
"""
import ctypes
import importlib
import importlib.util
import json
import os
import select
import signal
import sys
import threading
import time
import traceback

import local_hosts  # noqa: F401, it has its effect by being there

CALLS = 4
ANSWERS = 3
RECALL = 5
PROCESS = os.getpid()
MARK = os.read(CALLS, 16)
LENGTH = 4
NUMBER = 8
NOW = bytes(NUMBER)  # the number of a call that was not sent ahead
CHUNK = 65536
# A pipe takes PIPE_BUF at once or not at all: nothing that others print comes in between.
PART = select.PIPE_BUF - len(MARK) - 1 - LENGTH
ENVIRONMENT = os.environ
LIBC = ctypes.PyDLL(None)
_, SDK_FOLDER, DEBUG_PORT = sys.argv
del sys.argv[1:]
come = bytearray()  # of calls, and not taken yet


class PollFd(ctypes.Structure):
    _fields_ = [("fd", ctypes.c_int), ("events", ctypes.c_short), ("revents", ctypes.c_short)]


class Context:
    def __init__(self, request_id, deadline):
        self._deadline = deadline
        self.aws_request_id = request_id
        self.function_name = ENVIRONMENT["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = ENVIRONMENT["AWS_LAMBDA_FUNCTION_VERSION"]
        region = ENVIRONMENT["AWS_REGION"]
        self.invoked_function_arn = f"arn:aws:lambda:{region}:000000000000:function:{self.function_name}"
        self.memory_limit_in_mb = ENVIRONMENT["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = ENVIRONMENT["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = ENVIRONMENT["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = None
        self.client_context = None

    def get_remaining_time_in_millis(self):
        return max(0, int(self._deadline - time.time() * 1000))


def main():
    # Ctrl-C reaches every process of the terminal; this one is still called then, and ends with file 4.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    handler = load(ENVIRONMENT["_HANDLER"], ENVIRONMENT["LAMBDA_TASK_ROOT"])
    send(b"R", {"name": "Python", "version": sys.version.split()[0]})
    while True:
        call(handler, next_call())


def next_call():
    """Lambda freezes a function that has answered until its next call. Here, this holds Python's global lock meanwhile, so
    no other thread runs. Where none would, there is nothing to freeze."""
    left = [] if DEBUG_PORT else left_running()  # a debugger lives in this process
    if left:
        send(b"S", left)
    while True:
        if left and not come:
            # Unlike all of Python's own waiting, a call through PyDLL keeps the lock.
            LIBC.poll(ctypes.byref(PollFd(CALLS, select.POLLIN, 0)), 1, -1)
        length = int.from_bytes(take(LENGTH), "big")
        number, received = take(NUMBER), take(length - NUMBER)
        if number == NOW or claims(number):
            return received
        write(b"D", "")


def take(length):
    """So many bytes of calls, once they are there. The process ends when there can be no more calls."""
    while len(come) < length:
        part = os.read(CALLS, max(CHUNK, length - len(come)))
        if not part:
            sys.exit()
        come.extend(part)
    taken = come[:length]
    del come[:length]
    return taken


def claims(number):
    """A call that was sent ahead may have been taken back, as the one before it took too long. Who takes it back writes its number
    before it reads the other, too: both can't miss what the other has written."""
    os.pwrite(RECALL, number, 0)
    return number > os.pread(RECALL, NUMBER, NUMBER)


def left_running():
    """The names of threads that have something to do: those of an executor may just wait for it."""
    frames = sys._current_frames()
    return [
        thread.name
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and not is_idle(frames.get(thread.ident))
    ]


def is_idle(frame):
    return frame is None or frame.f_code.co_name == "_worker" and "concurrent" in frame.f_code.co_filename


def listen_for_debugger():
    try:
        import debugpy
    except ImportError:
        print(f"debugpy is not installed, so there are no breakpoints here: {sys.executable} -m pip install debugpy")
    else:
        debugpy.listen(("127.0.0.1", int(DEBUG_PORT)))


def add_sdk():
    """Lambda's Python has boto3. If there is none here, it comes right behind the function's own code: what boto3 needs must
    not be mixed with what this machine has of it."""
    if not importlib.util.find_spec("boto3"):
        sys.path.insert(1, SDK_FOLDER)


def load(name, root):
    sys.path.insert(0, root)
    if SDK_FOLDER:
        add_sdk()
    if DEBUG_PORT:
        listen_for_debugger()
    module, _, function = name.rpartition(".")
    try:
        return getattr(importlib.import_module(module.replace("/", ".")), function)
    except ImportError as error:
        if error.name in ("boto3", "botocore"):
            print(f"Lambda has {error.name}, and there is none here. To have it: {sys.executable} -m pip install boto3")
        end("Runtime.ImportModuleError", f"Unable to import module '{module}': {error}")
    except SyntaxError as error:
        end("Runtime.UserCodeSyntaxError", f"Syntax error in module '{module}': {error}")
    except AttributeError:
        end("Runtime.HandlerNotFound", f"Handler '{function}' missing on module '{module}'")
    except SystemExit as left:
        end("Runtime.ExitError", exit_message(left), quiet=True)
    except BaseException as error:
        end(type(error).__name__, str(error))


def call(handler, received):
    request_id, deadline, event = received.split(b" ", 2)
    try:
        context = Context(request_id.decode(), float(deadline))
        answer = json.dumps(handler(json.loads(event), context), ensure_ascii=False)
    except SystemExit as left:
        end("Runtime.ExitError", exit_message(left), quiet=True)
    except BaseException as error:
        traceback.print_exc()
        send(b"F", {"errorType": type(error).__name__, "errorMessage": str(error)})
    else:
        write(b"A", answer)


def exit_message(left):
    status = left.code if isinstance(left.code, int) else int(left.code is not None)
    return f"Runtime exited with error: exit status {status}" if status else "Runtime exited without providing a reason"


def end(error_type, message, quiet=False):
    if not quiet:
        traceback.print_exc()
    send(b"X", {"errorType": error_type, "errorMessage": message})
    sys.exit(1)


def send(kind, message):
    write(kind, json.dumps(message))


def write(kind, text):
    if os.getpid() != PROCESS:
        os._exit(0 if kind == b"A" else 1)  # a copy that the handler has made: this process answers, and takes the next call
    rest = memoryview(text.encode(errors="replace"))
    while len(rest) > PART:
        write_at_once(b"+", rest[:PART])
        rest = rest[PART:]
    write_at_once(kind, rest)


def write_at_once(kind, part):
    frame = b"".join((MARK, kind, len(part).to_bytes(LENGTH, "big"), part))
    written = False
    while not written:
        try:
            written = os.write(ANSWERS, frame) > 0
        except BlockingIOError:  # a program that the handler has started may have had the pipe refuse what it has no room for
            select.select([], [ANSWERS], [])


main()
