extension JSONValue {
    /// An object of nothing but texts.
    package init(texts: [String: String]) {
        self = .object(texts.mapValues { .string($0) })
    }

    package init(texts: some Sequence<String>) { self = .array(texts.map { .string($0) }) }
}
