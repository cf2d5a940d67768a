/// What goes with a request to say who asks.
struct Proof: Equatable, Sendable {
    var token: String?
    var certificate: ClientCertificate?
}
