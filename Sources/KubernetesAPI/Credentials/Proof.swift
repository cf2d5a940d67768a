/// What goes with a request to say who asks.
package struct Proof: Equatable, Sendable {
    package var token: String?
    package var certificate: ClientCertificate?
}
