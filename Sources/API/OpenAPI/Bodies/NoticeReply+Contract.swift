import Domain
import Wire

extension NoticeReply: Documented {
    static let about = "Something that somebody is told, by mail or by webhook."

    static let notes: [String: Note] = [
        "id": "Its id; also in the `Message-ID` of a mail, and the `webhook-id`.",
        "kind": .oneOf(Notice.Kind.self, "What it is about."),
        "channel": .oneOf(Notice.Channel.self, "By which way."),
        "recipient": "An e-mail address; absent for a webhook.",
        "userId": "Whose account it is about.",
        "subscriptionId": "Which subscription it is about.",
        "values": "What its text is filled with, by name.",
        "state": .oneOf(Notice.State.self, "A `dead` one was given up; it can be sent again."),
        "attempts": .count("How often it was tried."),
        "createdAt": .moment("When it was written, with what it tells of."),
        "nextTryAt": .moment("When it is tried next; absent once it has ended."),
        "endedAt": .moment("When it was delivered, or given up."),
        "trouble": "Why the last try did not work, in words.",
    ]

    static let example = NoticeReply(
        id: Example.notice, kind: "purge-in-7-days", channel: "mail",
        recipient: "ann@example.org", userId: Example.user,
        subscriptionId: Example.subscription,
        values: ["instance": Example.instance, "graceEndsAt": Example.end], state: "dead",
        attempts: 1, createdAt: Example.then, nextTryAt: Example.later, endedAt: Example.later,
        trouble: "The mail server refuses the recipient: 550 5.1.1 No such user here")
}
