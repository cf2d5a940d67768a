"""A real mail server on loopback, for tests; it delivers nothing to anybody.

test_smtp_server.py FOLDER MODE [USER PASSWORD]

MODE is plain, starttls, tls, silent (accepts connections and says nothing) or rude (closes them).
Prints its port, and ends when its standard input does. Each mail it has taken is a line of JSON in
FOLDER/mails, written before the client is told so. With TLS, the certificate that it shows is
signed by FOLDER/ca.pem, which is made anew.

What is before the @ of an address says what becomes of it: `refused`, `busy`, `relay`, `gossip`
(which tells the password), and, of a sender, `forbidden`. A subject may say REFUSE or LATER.
"""

import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER, MODE = pathlib.Path(sys.argv[1]), sys.argv[2]
USER, PASSWORD = (sys.argv[3:] + [None, None])[:2]


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("forbidden"):
            return "553 5.7.1 Sender address rejected"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        answers = {
            "refused": "550-5.1.1 There is no such\r\n550 5.1.1 person here",
            "busy": "450 4.2.1 Too busy, come again",
            "relay": "554 5.7.1 Relay access denied",
            "gossip": f"550 5.1.1 No such person; your password is {PASSWORD}",
        }
        answer = answers.get(address.split("@")[0])
        if answer is None:
            envelope.rcpt_tos.append(address)
        return answer or "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        if "REFUSE" in message["subject"]:
            return "554 5.6.0 Message refused"
        if "LATER" in message["subject"]:
            return "451 4.3.0 Try again later"
        kept = {
            "from": envelope.mail_from, "to": envelope.rcpt_tos, "greeting": session.host_name,
            "encrypted": MODE == "tls" or session.ssl is not None,
            "authenticated": bool(session.authenticated),
            "headers": {name: str(value) for name, value in message.items()},
            "raw": envelope.content.decode(), "text": message.get_content().replace("\r\n", "\n"),
        }
        with open(FOLDER / "mails", "a") as mails:
            mails.write(json.dumps(kept) + "\n")
        return "250 2.0.0 Accepted"


def authenticate(server, session, envelope, mechanism, login):
    given = (login.login.decode(), login.password.decode())
    # `handled` would leave the client without an answer.
    return AuthResult(success=given == (USER, PASSWORD), handled=False)


def certificate():
    """A certificate for this machine, signed by an authority of our own."""
    def openssl(*arguments):
        command = ["openssl", *arguments]
        subprocess.run(command, cwd=FOLDER, check=True, stderr=subprocess.DEVNULL)

    new = ["-newkey", "rsa:2048", "-nodes"]
    openssl("req", "-x509", *new, "-days", "2", "-subj", "/CN=Holdfast's tests",
            "-keyout", "ca-key.pem", "-out", "ca.pem")
    openssl("req", *new, "-subj", "/CN=mail", "-keyout", "key.pem", "-out", "mail.csr")
    (FOLDER / "names").write_text("subjectAltName=IP:127.0.0.1,DNS:localhost\n")
    openssl("x509", "-req", "-in", "mail.csr", "-CA", "ca.pem", "-CAkey", "ca-key.pem",
            "-CAcreateserial", "-days", "2", "-extfile", "names", "-out", "mail.pem")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(FOLDER / "mail.pem", FOLDER / "key.pem")
    return context


class Silent(asyncio.Protocol):
    def connection_made(self, transport):
        if MODE == "rude":
            transport.close()


def protocol(context):
    if MODE in ("silent", "rude"):
        return Silent()
    return SMTP(
        Handler(), tls_context=context if MODE == "starttls" else None,
        require_starttls=MODE == "starttls", auth_require_tls=MODE == "starttls",
        authenticator=authenticate if USER else None, auth_required=USER is not None)


async def main():
    context = certificate() if MODE in ("starttls", "tls") else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: protocol(context), "127.0.0.1", 0, ssl=context if MODE == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
