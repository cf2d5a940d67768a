import API
import Credentials
import Foundation

extension Server {
    /// Proves what a payment system tells; `nil` where none is set up. By the machine's own clock:
    /// that of whoever sends it is not shifted.
    func paymentCheck() throws -> SignatureCheck? {
        guard let file = settings.paymentSecretFile else { return nil }
        let secret = try NoticeSettings.secret(in: file, "--payment-secret-file")
        let signature: WebhookSignature
        do {
            signature = try WebhookSignature(secret: secret)
        } catch {
            throw Complaint("--payment-secret-file: \(error)")
        }
        return { id, timestamp, signatures, body in
            do {
                try signature.verify(
                    id: id, timestamp: timestamp, signatures: signatures, body: Data(body),
                    now: SystemClock().now())
                return true
            } catch {
                return false
            }
        }
    }
}
