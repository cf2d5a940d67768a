"""Holdfast itself: a server for the bench alone, and a customer of it."""

import http.client
import json
import os
import re
import subprocess
import tempfile

from docker import Docker


class Holdfast:
    """`holdfast serve` on a fresh data directory; leaves nothing behind at the engine."""

    def __init__(self, folder: str) -> None:
        self.data = f"{folder}/data"
        self.docker = Docker()
        self.docker.load(os.environ["BENCH_ISSO"])

    def __enter__(self) -> "Holdfast":
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            [os.environ["BENCH_HOLDFAST"], "serve", "--data", self.data, "--catalog", "catalog",
             "--listen", "127.0.0.1:0", "--public-host", "127.0.0.1",
             "--service-ports", "28000-28199", "--demo-customer"],
            stdout=subprocess.PIPE, stderr=self.log, text=True)
        for line in self.process.stdout:
            if found := re.search(r"listens on http://127.0.0.1:(\d+)", line):
                self.port = int(found[1])
                self.customer = Customer(self.port, self.data)
                return self
        self.log.seek(0)
        raise RuntimeError(f"Holdfast did not start: {self.log.read()}")

    def __exit__(self, *_) -> None:
        self.process.terminate()
        self.process.wait(30)
        self.process.stdout.close()
        for container in self.docker.containers(f"holdfast.install={self.install}"):
            self.docker.remove(container["Id"])
        for volume in self.docker.ask("GET", "/volumes")["Volumes"] or []:
            if volume["Name"].startswith(f"hf-{self.install}-"):
                self.docker.ask("DELETE", f"/volumes/{volume['Name']}")
        for network in self.docker.ask("GET", "/networks"):
            if network["Name"] == f"hf-{self.install}":
                self.docker.ask("DELETE", f"/networks/{network['Id']}")

    @property
    def install(self) -> str:
        import sqlite3
        with sqlite3.connect(f"file:{self.data}/holdfast.db?mode=ro", uri=True) as database:
            return database.execute("SELECT value FROM meta WHERE key = 'install'").fetchone()[0]


class Customer:
    def __init__(self, port: int, data: str) -> None:
        self.port = port
        with open(f"{data}/demo-password") as file:
            self.password = file.read()
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.log_in()

    def log_in(self) -> str:
        self.token = None
        body = {"email": "demo@localhost", "password": self.password}
        self.token = self.ask("POST", "/auth/login", body)["accessToken"]
        return self.token

    def ask(self, method: str, path: str, body: object = None, wait: int = 0):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if wait:
            headers["Prefer"] = f"wait={wait}"
        data = None if body is None else json.dumps(body)
        try:
            self.connection.request(method, f"/api/v1{path}", data, headers)
            response = self.connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError):
            # A connection that was silent for long is ended by the server.
            self.connection.close()
            self.connection.request(method, f"/api/v1{path}", data, headers)
            response = self.connection.getresponse()
        text = response.read()
        if response.status == 401 and self.token:
            self.log_in()
            return self.ask(method, path, body, wait)
        if response.status >= 400:
            raise RuntimeError(f"{method} {path}: {response.status} {text.decode()}")
        return json.loads(text) if text else None

    def operate(self, path: str, body: object = None) -> dict:
        """Begins an operation, and waits for its end."""
        operation = self.ask("POST", path, body, wait=60)
        if operation["state"].lower() != "succeeded":
            raise RuntimeError(f"{path} ended as {operation}")
        return operation
