import Domain

/// Whose password is tried, and from where.
struct LoginAttempt: Hashable, Sendable {
    let account: String
    /// The part of the network that one stranger has for certain.
    let network: String

    /// - Parameter address: Of the network; those whose address is not known share one.
    init(account: String, address: String?) {
        // Strangers choose what is remembered here, so it may not be long.
        self.account = String(account.unicodeScalars.prefix(ControlPlane.longestAddress))
        network = address.map(Self.network) ?? ""
    }

    /// What may be recorded of it: people type their password into the wrong field.
    var shown: String { account.contains("@") ? account : "unknown" }

    /// Of IPv6 the first 64 bits: whoever has one address there has them all
    /// (https://www.rfc-editor.org/rfc/rfc6177, section 2).
    static func network(of address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let halves = address.split(separator: "%")[0].split(
            separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let parts = halves.map { $0.split(separator: ":").map(String.init) }
        let head = parts.first ?? []
        let tail = parts.count > 1 ? parts[1] : []
        let zeros = Array(repeating: "0", count: max(0, 8 - head.count - tail.count))
        return (head + zeros + tail).prefix(4).joined(separator: ":") + "::/64"
    }
}
