import Wire

/// The body of a verb that needs none: nothing, or an object without fields.
struct EmptyBody: JSONBody {
    enum CodingKeys: CodingKey, CaseIterable {}

    init() {}
}
