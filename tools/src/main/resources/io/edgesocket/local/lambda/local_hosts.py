"""Connections to the stack's own APIs, under the host names that they have at AWS, lead to this machine.

Everything in Python that speaks TLS asks the module socket for addresses and the module ssl for the rest: urllib, requests,
aiohttp, and so boto3.
"""
import json
import os
import socket
import ssl

with open(os.path.join(os.path.dirname(__file__), "local-hosts.json"), encoding="utf-8") as file:
    LOCAL = json.load(file)
NAMES = frozenset(LOCAL["names"])

getaddrinfo = socket.getaddrinfo
wrap_socket = ssl.SSLContext.wrap_socket
wrap_bio = ssl.SSLContext.wrap_bio


def is_local(host):
    if isinstance(host, (bytes, bytearray)):
        host = host.decode("ascii", "replace")
    return isinstance(host, str) and host.lower() in NAMES


def local_getaddrinfo(host, port, *args, **kwargs):
    if is_local(host):
        # Asked as a number, so nothing is looked up; the family that was asked for may be IPv6, which this is not.
        return getaddrinfo("127.0.0.1", LOCAL["port"], type=socket.SOCK_STREAM)
    return getaddrinfo(host, port, *args, **kwargs)


def trusted(context, server_hostname):
    if is_local(server_hostname):
        context.load_verify_locations(cadata=LOCAL["certificate"])
    return context


def local_wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, suppress_ragged_eofs=True,
                      server_hostname=None, session=None):
    return wrap_socket(trusted(self, server_hostname), sock, server_side, do_handshake_on_connect,
                       suppress_ragged_eofs, server_hostname, session)


def local_wrap_bio(self, incoming, outgoing, server_side=False, server_hostname=None, session=None):
    return wrap_bio(trusted(self, server_hostname), incoming, outgoing, server_side, server_hostname, session)


socket.getaddrinfo = local_getaddrinfo
ssl.SSLContext.wrap_socket = local_wrap_socket
ssl.SSLContext.wrap_bio = local_wrap_bio
