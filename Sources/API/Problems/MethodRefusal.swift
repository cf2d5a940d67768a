import Wire

/// There is something at the path, but not for this method.
struct MethodRefusal: Error {
    /// What there is, in the order of the alphabet.
    var allowed: [String]

    /// The value of the `Allow` field.
    var allow: String { allowed.joined(separator: ", ") }

    var problem: Problem {
        Problem(.method, "Method not allowed", "Possible here: \(allow).")
    }
}
