import Rainbow

/// Colours, where somebody sees them; else the bare text.
package struct Paint: Equatable, Sendable {
    var isOn: Bool

    package init(isOn: Bool) { self.isOn = isOn }

    /// - Parameter isSeen: Whether it is a terminal that is written to, and not a dumb one.
    init(_ choice: ColorChoice, isSeen: Bool) {
        isOn = choice == .always || (choice == .auto && isSeen)
    }

    package func bold(_ text: String) -> String { paint(text, Style.bold.value) }
    package func dim(_ text: String) -> String { paint(text, Style.dim.value) }
    package func red(_ text: String) -> String { paint(text, NamedColor.red.value) }
    package func green(_ text: String) -> String { paint(text, NamedColor.green.value) }
    package func yellow(_ text: String) -> String { paint(text, NamedColor.yellow.value) }
    package func blue(_ text: String) -> String { paint(text, NamedColor.blue.value) }

    private func paint(_ text: String, _ codes: [UInt8]) -> String {
        guard isOn, !text.isEmpty else { return text }
        return "\u{1B}[\(codes.map(String.init).joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}
