/// Whether people can be told what they must know.
package struct NoticeFacts: Equatable, Sendable {
    package enum Mail: Equatable, Sendable {
        case none
        /// The settings contradict themselves, or lack something.
        case wrong(String)
        /// There is no curl to send it with.
        case withoutCurl(server: String)
        case answered(server: String, trouble: String?)
    }

    package enum Webhook: Equatable, Sendable {
        case none
        case wrong(String)
        case set
    }

    package var mail: Mail
    package var webhook: Webhook
    /// The folder with the texts, and one line for each mistake; `nil` where none are needed.
    package var templates: String?
    package var mistakes: [String]

    package init(
        mail: Mail, webhook: Webhook, templates: String? = nil, mistakes: [String] = []
    ) {
        self.mail = mail
        self.webhook = webhook
        self.templates = templates
        self.mistakes = mistakes
    }

    var findings: [Diagnosis] { [mailFinding, webhookFinding].compactMap(\.self) + texts }

    private var mailFinding: Diagnosis {
        switch mail {
        case .none:
            .note(
                .mail, "No mail server is set up: whoever must be told something is not yet.",
                "Set HOLDFAST_SMTP_URL and HOLDFAST_MAIL_FROM. Until people can be warned, no "
                    + "data of theirs is deleted when a subscription has ended.")
        case .wrong(let why):
            .problem(.mail, .configuration, why, "The server does not start so.")
        case .withoutCurl(let server):
            .problem(
                .mail, .system, "Mail goes to \(server) by curl, which is not on this machine.",
                "Install it: apt-get install curl ca-certificates")
        case .answered(let server, nil): .ok(.mail, "\(server) would take mail.")
        case .answered(let server, let trouble?):
            .problem(
                .mail, .unavailable, "\(server) takes no mail. \(trouble)",
                "Mend that, then: holdfast admin notices test. Until then mail waits; nothing "
                    + "is lost.")
        }
    }

    private var webhookFinding: Diagnosis? {
        switch webhook {
        case .none: nil
        case .wrong(let why):
            .problem(.webhook, .configuration, why, "The server does not start so.")
        case .set: .ok(.webhook, "Webhooks are set up; they are not tried from here.")
        }
    }

    private var texts: [Diagnosis] {
        guard let templates else { return [] }
        guard mistakes.isEmpty else {
            return mistakes.map {
                .problem(
                    .mail, .configuration, $0,
                    "The server does not start with it. Mend it, or name another folder in "
                        + "HOLDFAST_TEMPLATES.")
            }
        }
        return [.ok(.mail, "The texts in \(templates) are in order.")]
    }
}
