/// What curl is told, on its standard input: the arguments of a program can be read by everybody
/// on the machine, and a password is among this (curl(1), `--config`).
struct CurlConfiguration: Sendable {
    private var lines: [String] = []

    /// - Parameter message: The file that holds the mail; `nil` only logs in, and sends nothing.
    init(_ settings: MailSettings, to recipient: MailAddress, message: String) {
        connect(settings)
        set("mail-from", settings.sender.address.text)
        set("mail-rcpt", recipient.text)
        set("upload-file", message)
        set("max-time", "\(settings.limit)")
    }

    /// Only greets the server and logs in; no mail is sent.
    init(greeting settings: MailSettings, within seconds: Int) {
        connect(settings)
        set("request", "NOOP")
        set("max-time", "\(seconds)")
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func connect(_ settings: MailSettings) {
        set("url", settings.server.url)
        set("proto", "=smtp,smtps")
        set("noproxy", "*")
        set("connect-timeout", "\(settings.connectLimit)")
        lines += ["globoff", "silent", "show-error"]
        // All that the server says, and the last of its codes.
        set("dump-header", "-")
        set("output", "/dev/null")
        set("write-out", "\n%{response_code}")
        if settings.security == .required { lines.append("ssl-reqd") }
        if let authorities = settings.authorities { set("cacert", authorities) }
        if let login = settings.login { set("user", "\(login.user):\(login.password)") }
    }

    /// Within quotes a backslash takes away what is special about the next character.
    private mutating func set(_ name: String, _ value: String) {
        var quoted = ""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\", "\"": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case "\u{0B}": quoted += "\\v"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        lines.append("\(name) = \"\(quoted)\"")
    }
}
