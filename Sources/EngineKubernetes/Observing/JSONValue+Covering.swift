package import Wire

extension JSONValue {
    /// Where `live` is not as this asks; what is not asked for may be as it likes.
    ///
    /// - Returns: The places, such as `template.spec.containers.0.image`, sorted.
    package func differences(in live: JSONValue, at place: String = "") -> [String] {
        switch (self, live) {
        case (.object(let wished), .object(let present)):
            return wished.sorted { $0.key < $1.key }.flatMap { name, value in
                value.differences(in: present[name] ?? .null, at: Self.place(place, name))
            }
        case (.array(let wished), .array(let present)) where wished.count == present.count:
            return zip(wished, present).enumerated().flatMap { number, pair in
                pair.0.differences(in: pair.1, at: Self.place(place, "\(number)"))
            }
        default: return self == live ? [] : [place]
        }
    }

    private static func place(_ above: String, _ name: String) -> String {
        above.isEmpty ? name : "\(above).\(name)"
    }
}
