import Rainbow

/// Colours, where somebody sees them; else the bare text.
struct Paint: Equatable, Sendable {
    var isOn: Bool

    init(isOn: Bool) { self.isOn = isOn }

    /// On for a terminal that is not dumb, unless `NO_COLOR` has a value (https://no-color.org).
    init(environment: [String: String], showsOutput: Bool) {
        let refused = !(environment["NO_COLOR"] ?? "").isEmpty
        isOn = showsOutput && !refused && environment["TERM"] != "dumb"
    }

    func bold(_ text: String) -> String { paint(text, Style.bold.value) }
    func dim(_ text: String) -> String { paint(text, Style.dim.value) }
    func red(_ text: String) -> String { paint(text, NamedColor.red.value) }
    func green(_ text: String) -> String { paint(text, NamedColor.green.value) }
    func yellow(_ text: String) -> String { paint(text, NamedColor.yellow.value) }
    func blue(_ text: String) -> String { paint(text, NamedColor.blue.value) }

    private func paint(_ text: String, _ codes: [UInt8]) -> String {
        guard isOn, !text.isEmpty else { return text }
        return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}
