import Hummingbird
import NIOCore

/// The proxies whose word is taken for who has asked them (`X-Forwarded-For`). Anybody else could
/// write there what they like.
package struct TrustedProxies: Sendable {
    private let addresses: Set<String>

    /// - Parameter addresses: IPv4 or IPv6; what is neither is nobody's.
    package init(_ addresses: [String] = []) {
        self.addresses = Set(addresses.compactMap(Self.plain))
    }

    /// The last in the line of those who passed the request on that is no such proxy.
    ///
    /// - Parameter peer: Whoever is connected.
    func client(of request: Request, from peer: String?) -> String? {
        guard var client = peer.flatMap(Self.plain) else { return peer }
        let line = request.headers[values: FieldName.forwardedFor]
            .flatMap { $0.split(separator: ",") }
        for word in line.reversed() {
            guard addresses.contains(client),
                let before = Self.plain(String(word.filter { $0 != " " }))
            else { break }
            client = before
        }
        return client
    }

    /// An address in the one spelling that is compared; `nil` for what is none.
    private static func plain(_ text: String) -> String? {
        guard let address = try? SocketAddress(ipAddress: text, port: 0).ipAddress else {
            return nil
        }
        // IPv4 on a socket for both (https://www.rfc-editor.org/rfc/rfc4291, section 2.5.5.2).
        let mapped = "::ffff:"
        return address.hasPrefix(mapped) && address.contains(".")
            ? String(address.dropFirst(mapped.count)) : address
    }

    /// Whether it is one that can be written here.
    package static func isAddress(_ text: String) -> Bool { plain(text) != nil }
}
