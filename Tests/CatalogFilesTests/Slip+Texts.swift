extension WrongFileTests.Slip {
    /// Single values.
    static let texts: [Self] = [
        Self(
            "name: notes", "name: Notes",
            "notes.yaml:1:7: “name” must be up to 20 lower-case letters, digits and hyphens, "
                + "beginning with a letter, not “Notes”."),
        Self(
            "name: notes", "name: a23456789012345678901",
            "notes.yaml:1:7: “name” must be up to 20 lower-case letters, digits and hyphens, "
                + "beginning with a letter, not “a23456789012345678901”."),
        Self(
            "title: Notes", "title: [Notes]",
            "notes.yaml:2:8: “title” must be text, not a list."),
        Self(
            "title: Notes", "titel: Notes",
            """
            notes.yaml:1:1: “title” is missing; add it, such as “title: Isso”.
            notes.yaml:2:1: unknown key “titel”; did you mean “title”?
            """),
        Self(
            "title: Notes", "title: Notes\nrating: 5",
            "notes.yaml:3:1: unknown key “rating”; known here: name, title, summary, "
                + "experimental, image, command, port, user, environment, secrets, volumes, "
                + "health, stopTimeout, consistency, variants."),
        Self(
            "summary: Keeps notes.", "summary: \"  \"",
            "notes.yaml:3:10: “summary” must not be blank."),
        Self(
            "summary: Keeps notes.", "summary:",
            "notes.yaml:3:9: “summary” has no value; write one, or \"\" for an empty text."),
        Self(
            "example/notes:1", "example:5000/notes",
            "notes.yaml:4:8: “example:5000/notes” has no tag; pin one, such as "
                + "“example:5000/notes:1.2.3”."),
        Self(
            "example/notes:1", "example/notes:latest",
            "notes.yaml:4:8: “example/notes:latest” is another image every week; "
                + "pin a version."),
        Self(
            "port: 8080", "port: 65536",
            "notes.yaml:5:7: “port” must be a whole number from 1 to 65535, not “65536”."),
        Self(
            "user: \"1000\"", "user: node",
            "notes.yaml:6:7: “user” must be uid or uid:gid, such as 1000:1000, not “node”."),
        Self(
            "${url}/", "${ulr}/",
            "notes.yaml:9:8: unknown placeholder “${ulr}”; did you mean “url”?"),
        Self(
            "${url}/", "${secret.KEYS}",
            "notes.yaml:9:8: unknown placeholder “${secret.KEYS}”; "
                + "did you mean “secret.KEY”?"),
        Self(
            "URL: ${url}/", "U-L: 1",
            "notes.yaml:9:3: “U-L” is no name for a variable; use letters, digits and _."),
        Self(
            "URL: ${url}/", "URL: [1]", "notes.yaml:9:8: “URL” must be text, not a list."),
        Self(
            "${secret.KEY}", "plain",
            "notes.yaml:11:5: secret “KEY” is used nowhere; "
                + "put “${secret.KEY}” into the environment, or remove it."),
        Self(
            "http: {path: /, status: 200}", "http: {path: x, status: 99}",
            """
            notes.yaml:18:16: “path” must be a path that begins with /, not “x”.
            notes.yaml:18:27: “status” must be a whole number from 100 to 599, not “99”.
            """),
        Self(
            "http: {path: /, status: 200}", "tcp: false",
            "notes.yaml:18:8: “tcp” must be true; to check by HTTP write “http: {path: /}”."),
        Self(
            "http: {path: /, status: 200}", "tcp: yes",
            """
            notes.yaml:18:8: “tcp” must be true or false, not “yes”.
            """),
        Self(
            "timeout: 5s", "tcp: true\n  timeout: 5s",
            "notes.yaml:19:8: “health” takes “http” or “tcp”, not both."),
        Self(
            "http: {path: /, status: 200}\n  ", "",
            "notes.yaml:18:3: “health” needs “http: {path: /}” or “tcp: true”."),
        Self(
            "stopTimeout: 10s", "stopTimeout: 10",
            "notes.yaml:21:14: “stopTimeout” must be a time such as 500ms, 5s or 2m, not “10”."),
        Self(
            "stopTimeout: 10s", "stopTimeout: 0s",
            "notes.yaml:21:14: “stopTimeout” must be a time such as 500ms, 5s or 2m, not “0s”."),
        Self(
            "consistency: sqlite", "consistency: hope",
            "notes.yaml:28:14: “consistency” must be sqlite, stop or {command: […]}, not “hope”."),
        Self(
            "consistency: sqlite", "consistency: {command: []}",
            "notes.yaml:28:24: “command” is empty; name a program."),
        Self(
            "consistency: sqlite", "consistency: {comand: [backup]}",
            """
            notes.yaml:28:14: “command” is missing; add it, such as \
            “command: [/vaultwarden, backup]”.
            notes.yaml:28:15: unknown key “comand”; did you mean “command”?
            """),
    ]
}
