import ArgumentParser

/// Every knob of what people and other programs are told. A part of `Settings`.
struct NoticeSettings: ParsableArguments {
    @Option(
        name: .customLong("smtp-url"),
        help: ArgumentHelp(
            """
            The mail server: smtp://HOST:587, where STARTTLS is required unless HOST is this \
            machine, or smtps://HOST:465. A name after a / is the one by which to greet it. \
            Without one, mail waits. [HOLDFAST_SMTP_URL]
            """, valueName: "url"))
    private var smtpURLOption: String?

    @Option(
        name: .customLong("mail-from"),
        help: ArgumentHelp(
            """
            From whom mail comes: notices@example.org, or “Example <notices@example.org>”. \
            [HOLDFAST_MAIL_FROM]
            """, valueName: "address"))
    private var mailFromOption: String?

    @Option(
        name: .customLong("smtp-user"),
        help: ArgumentHelp("Who logs in there. [HOLDFAST_SMTP_USER]", valueName: "name"))
    private var smtpUserOption: String?

    @Option(
        name: .customLong("smtp-password-file"),
        help: ArgumentHelp(
            "The file with the password for it. [HOLDFAST_SMTP_PASSWORD_FILE]",
            valueName: "file"), completion: .file())
    private var smtpPasswordFileOption: String?

    @Option(
        name: .customLong("smtp-ca"),
        help: ArgumentHelp(
            """
            Certificates to trust in place of the machine's, as PEM; then also this machine is \
            spoken to by TLS. [HOLDFAST_SMTP_CA]
            """, valueName: "file"), completion: .file())
    private var smtpCAOption: String?

    @Flag(
        help: """
            Send mail, and the login, without encryption: for a network that nobody else is on. \
            [HOLDFAST_SMTP_PLAIN]
            """)
    var smtpPlain = Variable("SMTP_PLAIN").value(else: false)

    @Option(
        name: .customLong("webhook-url"),
        help: ArgumentHelp(
            """
            Where notices go as webhooks; see operate.md. Without one, they wait. \
            [HOLDFAST_WEBHOOK_URL]
            """, valueName: "url"))
    private var webhookURLOption: String?

    @Option(
        name: .customLong("webhook-secret-file"),
        help: ArgumentHelp(
            "The file with the secret that signs them. [HOLDFAST_WEBHOOK_SECRET_FILE]",
            valueName: "file"), completion: .file())
    private var webhookSecretFileOption: String?

    @Option(
        name: .customLong("templates"),
        help: ArgumentHelp(
            """
            The folder with the texts of mails. [HOLDFAST_TEMPLATES] (default of serve: \
            \(Places.systemTemplates))
            """, valueName: "folder"), completion: .directory)
    private var templatesOption: String?

    /// Where a command that is friendlier than `serve` looks, unless somebody says otherwise.
    var usualTemplates = Places.systemTemplates

    var smtpURL: String? { smtpURLOption ?? Variable("SMTP_URL").given }
    var mailFrom: String? { mailFromOption ?? Variable("MAIL_FROM").given }
    var smtpUser: String? { smtpUserOption ?? Variable("SMTP_USER").given }
    var smtpPasswordFile: String? {
        smtpPasswordFileOption ?? Variable("SMTP_PASSWORD_FILE").given
    }
    var smtpCA: String? { smtpCAOption ?? Variable("SMTP_CA").given }
    var webhookURL: String? { webhookURLOption ?? Variable("WEBHOOK_URL").given }
    var webhookSecretFile: String? {
        webhookSecretFileOption ?? Variable("WEBHOOK_SECRET_FILE").given
    }
    var givenTemplates: String? { templatesOption ?? Variable("TEMPLATES").given }
    var templates: String { givenTemplates ?? usualTemplates }

    func validate() throws { try Variable("SMTP_PLAIN").check(Bool.self, "true, false") }
}
