"""The bare engine: its API, with nothing in between."""

import http.client
import json
import os
import socket
from urllib.parse import quote, urlsplit


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("docker")
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.connect(self.path)


class Docker:
    def __init__(self) -> None:
        host = urlsplit(os.environ["DOCKER_HOST"])
        if host.scheme == "unix":
            self.connection = UnixConnection(host.path)
        else:
            self.connection = http.client.HTTPConnection(host.hostname, host.port or 2375)

    def ask(self, method: str, path: str, body: object = None, kind: str = "application/json"):
        """The answer's JSON; whatever is not a success ends the bench."""
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        self.connection.request(method, path, data, {"Content-Type": kind} if data else {})
        response = self.connection.getresponse()
        text = response.read()
        if response.status >= 400:
            raise RuntimeError(f"{method} {path}: {response.status} {text.decode()}")
        return json.loads(text) if text.startswith((b"{", b"[")) else None

    def load(self, archive: str) -> None:
        with open(archive, "rb") as file:
            self.ask("POST", "/images/load", file.read(), "application/x-tar")

    def containers(self, label: str) -> list[dict]:
        filters = quote(json.dumps({"label": [label]}))
        return self.ask("GET", f"/containers/json?all=true&filters={filters}")

    def remove(self, container: str) -> None:
        self.ask("DELETE", f"/containers/{container}?force=true&v=true")
