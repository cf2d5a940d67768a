/// A certificate with its private key.
package struct ClientCertificate: Equatable, Sendable, CustomStringConvertible {
    /// In PEM, and above it those by which it was signed.
    package var chain: [UInt8]
    /// In PEM.
    package var key: [UInt8]

    package init(chain: [UInt8], key: [UInt8]) {
        self.chain = chain
        self.key = key
    }

    package var description: String { "a client certificate" }
}
