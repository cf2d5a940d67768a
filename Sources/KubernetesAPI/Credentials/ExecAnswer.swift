import Domain
import FoundationEssentials

/// The `ExecCredential` that a plugin prints.
///
/// Source: https://kubernetes.io/docs/reference/config-api/client-authentication.v1/
struct ExecAnswer: Equatable, Sendable {
    var proof: Proof
    /// `nil` where it is good until it is refused.
    var goodUntil: Instant?

    /// - Returns: `nil` for what is none of the version that was asked for, or proves nothing.
    init?(_ text: String, apiVersion: String) {
        guard let body = try? JSONDecoder().decode(Body.self, from: Data(text.utf8)),
            body.apiVersion == apiVersion, let status = body.status
        else { return nil }
        proof = Proof(token: status.token.flatMap { $0.isEmpty ? nil : $0 })
        if let chain = status.clientCertificateData, let key = status.clientKeyData {
            proof.certificate = ClientCertificate(chain: Array(chain.utf8), key: Array(key.utf8))
        }
        guard proof != Proof() else { return nil }
        guard let text = status.expirationTimestamp else { return }
        guard let moment = Self.moment(text) else { return nil }
        goodUntil = moment
    }

    func isGood(at now: Instant) -> Bool { goodUntil.map { now < $0 } ?? true }

    /// RFC 3339, as plugins write it: in whole seconds or parts of them.
    private static func moment(_ text: String) -> Instant? {
        let styles = [false, true].map { Date.ISO8601FormatStyle(includingFractionalSeconds: $0) }
        return styles.lazy.compactMap { try? $0.parse(text) }.first.map { Instant($0) }
    }

    private struct Body: Decodable {
        struct Status: Decodable {
            var token: String?
            var clientCertificateData: String?
            var clientKeyData: String?
            var expirationTimestamp: String?
        }
        var apiVersion: String
        var status: Status?
    }
}
