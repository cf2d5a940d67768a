/// From whom mail comes: an address, with or without a name before it.
package struct Sender: Equatable, Sendable {
    package var name: String?
    package var address: MailAddress

    /// Reads `notices@example.org` or `Example Hosting <notices@example.org>`.
    package init?(parsing text: String) {
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        if let match = text.wholeMatch(of: /\s*([^<>"]*?)\s*<([^<>]+)>\s*/) {
            guard let address = MailAddress(String(match.2)) else { return nil }
            self.address = address
            name = match.1.isEmpty ? nil : String(match.1)
        } else {
            guard let address = MailAddress(text) else { return nil }
            self.address = address
        }
    }

    /// As it stands in a header.
    var header: String {
        name.map { "\(HeaderText.phrase($0)) <\(address)>" } ?? address.text
    }
}
