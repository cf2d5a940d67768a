/// Which part of a list is asked for, and of which version.
///
/// Source: https://kubernetes.io/docs/reference/using-api/api-concepts/#semantics-for-get-and-list
struct ListPage {
    /// `nil` for all.
    var limit: Int?
    /// The place after which it begins.
    var after: String?
    /// `nil` for now.
    var stateVersion: Int?
    /// What the answer says.
    var shownVersion: Int

    init(_ query: [String: String], store: ModelStore) throws(ModelRefusal) {
        limit = try Self.limit(query["limit"])
        shownVersion = store.version
        let asked = query["resourceVersion"] ?? ""
        let match = query["resourceVersionMatch"] ?? ""
        if let token = query["continue"], !token.isEmpty {
            guard asked.isEmpty || asked == "0" else {
                throw .badRequest(
                    "specifying resource version is not allowed when using continue")
            }
            try go(on: ContinueToken(token), store)
            return
        }
        guard !asked.isEmpty else {
            if !match.isEmpty { throw Self.matchWithoutVersion }
            return
        }
        try begin(at: asked, match, store)
    }

    private mutating func begin(
        at asked: String, _ match: String, _ store: ModelStore
    ) throws(ModelRefusal) {
        guard let version = Int(asked) else {
            throw .badRequest(
                """
                invalid resource version: resourceVersion: Invalid value: "\(asked)": \
                strconv.ParseUint: parsing "\(asked)": invalid syntax
                """)
        }
        if version > store.version { throw .tooLarge(version, current: store.version) }
        // Served from a cache that knows no pages.
        if version == 0 { limit = nil }
        let isExact = match == "Exact" || (match.isEmpty && limit != nil && version > 0)
        guard isExact else { return }
        if version < store.floor {
            throw .expired("The resourceVersion for the provided list is too old.")
        }
        stateVersion = version
        shownVersion = version
    }

    private mutating func go(
        on token: ContinueToken, _ store: ModelStore
    ) throws(ModelRefusal) {
        after = token.after
        guard token.version >= 0 else { return }
        if token.version < store.floor {
            throw .expired(
                Self.inconsistent,
                continue: ContinueToken(version: -1, after: token.after).text)
        }
        stateVersion = token.version
        shownVersion = token.version
    }

    private static func limit(_ text: String?) throws(ModelRefusal) -> Int? {
        guard let text, !text.isEmpty else { return nil }
        guard let limit = Int(text) else {
            throw .badRequest("strconv.ParseInt: parsing \"\(text)\": invalid syntax")
        }
        return limit > 0 ? limit : nil
    }

    private static let matchWithoutVersion = ModelRefusal.invalidOptions(
        "ListOptions",
        .forbidden(
            "resourceVersionMatch",
            "resourceVersionMatch is forbidden unless resourceVersion is provided"))

    private static let inconsistent = """
        The provided continue parameter is too old to display a consistent list result. You can \
        start a new list without the continue parameter, or use the continue token in this \
        response to retrieve the remainder of the results. Continuing with the provided token \
        results in an inconsistent list - objects that were created, modified, or deleted \
        between the time the first chunk was returned and now may show up in the list.
        """
}
