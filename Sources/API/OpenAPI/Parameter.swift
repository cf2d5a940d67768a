import Wire

/// Something that a request says outside of its body.
package struct Parameter: Sendable {
    enum Place: String { case path, query, header }

    package let name: String
    let place: Place
    let about: String
    let schema: JSONValue
    var example: JSONValue?
    /// Whether not every text will do.
    var isCheckedText = false

    /// Whether a value may be refused as invalid.
    var isChecked: Bool { place == .query && (schema["type"] != "string" || isCheckedText) }

    var json: JSONValue {
        var json: JSONValue = [
            "name": .string(name), "in": .string(place.rawValue),
            "description": .string(about), "required": .bool(place == .path),
            "schema": schema,
        ]
        json["example"] = example
        return json
    }
}

extension Parameter {
    static let subscription = path(
        "id", "The subscription's id, or its instance's name.", Example.subscription)
    static let operation = path("id", "The operation's id.", Example.operation)
    static let user = path("id", "The account's id.", Example.user)
    static let token = path("id", "The token's id.", Example.token)
    static let volume = path(
        "id", "The volume's id, or its name at the engine.", Example.volume)
    static let notice = path("id", "The notice's id.", Example.notice)
    static let service = path("name", "The service's name.", "isso")

    static let limit = query(
        "limit", "How many at most.",
        ["type": "integer", "minimum": 1, "maximum": 200, "default": 50])
    static let after = query(
        "after", "Goes on after this; the `next` of the page before.", ["type": "string"])
    static let before = query(
        "before", "Goes on before this sequence; the `next` of the page before.",
        ["type": "integer", "format": "int64", "minimum": 1])
    static let tail = query(
        "tail", "How many of the last lines.",
        ["type": "integer", "minimum": 0, "maximum": 10_000, "default": 100])
    static let follow = query(
        "follow", "Whether the answer goes on, a line for each line that is printed.",
        ["type": "boolean", "default": false])
    static let live = query(
        "live", "Whether the engine is asked anew, where it would answer from what it knows.",
        ["type": "boolean", "default": false])
    static let ofSubscription = query(
        "subscription", "Only those of this subscription: its id, or its instance's name.",
        ["type": "string"])
    static let noticeState = query(
        "state", "Only those in this state.",
        ["type": "string", "enum": ["pending", "delivered", "dead"]])

    static let webhookID = header(
        "webhook-id", "The sender's own name for the message; the same again is taken once.",
        ["type": "string"], "evt_4k7m2p9x")
    static let webhookTimestamp = header(
        "webhook-timestamp", "When it was sent, in seconds since 1970.",
        ["type": "string"], "1769851800")
    static let webhookSignature = header(
        "webhook-signature",
        "`v1,` and the base 64 of HMAC-SHA256 over `id.timestamp.body`, by the shared secret.",
        ["type": "string"], "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=")

    static let idempotencyKey = header(
        "Idempotency-Key",
        "The same key with the same request, however it is written, is carried out once; with "
            + "another, it is refused.",
        ["type": "string", "pattern": #"^[\x21-\x7E]{1,255}$"#], "order-1")
    static let prefer = header(
        "Prefer", "`wait=N` holds the answer back until the end, for 60 seconds at most.",
        ["type": "string"], "wait=30")
    static let lastEventID = header(
        "Last-Event-ID", "Goes on after this step, where a stream was interrupted.",
        ["type": "string"], "3")
    static let ifNoneMatch = header(
        "If-None-Match", "The `ETag` of what one has.", ["type": "string"], nil)

    private static func path(_ name: String, _ about: String, _ example: String) -> Parameter {
        Parameter(
            name: name, place: .path, about: about, schema: ["type": "string", "minLength": 1],
            example: .string(example))
    }

    private static func query(
        _ name: String, _ about: String, _ schema: JSONValue
    ) -> Parameter {
        Parameter(name: name, place: .query, about: about, schema: schema)
    }

    private static func header(
        _ name: String, _ about: String, _ schema: JSONValue, _ example: JSONValue?
    ) -> Parameter {
        Parameter(name: name, place: .header, about: about, schema: schema, example: example)
    }
}
