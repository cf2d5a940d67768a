import Credentials
import Domain
import FoundationEssentials
import Testing

@Suite struct WebhookSignatureTests {
    /// The example of the convention's own libraries
    /// (https://github.com/standard-webhooks/standard-webhooks, libraries/go/webhook_test.go).
    private static let secret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    private static let id = "msg_p5jXN8AQM9LWM0D4loKWxJek"
    private static let timestamp: Int64 = 1_614_265_330
    private static let body = Data(#"{"test": 2432232314}"#.utf8)
    private static let signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    private static let now = Instant(milliseconds: timestamp * 1000)

    private func verify(
        secret: String = secret, id: String = id, timestamp: String = "\(timestamp)",
        signatures: String = signature, body: Data = body, now: Instant = now
    ) -> ForgedWebhook? {
        do throws(ForgedWebhook) {
            guard let signature = try? WebhookSignature(secret: secret) else { return .malformed }
            try signature.verify(
                id: id, timestamp: timestamp, signatures: signatures, body: body, now: now)
            return nil
        } catch { return error }
    }

    @Test(arguments: ["", "whsec_"]) func itSignsAsTheConventionDoes(_ prefix: String) throws {
        let signature = try WebhookSignature(secret: prefix + Self.secret)
        let signed = signature.sign(id: Self.id, timestamp: Self.timestamp, body: Self.body)
        #expect(signed == Self.signature)
        #expect(verify(secret: prefix + Self.secret) == nil)
    }

    @Test func whatWasChangedIsNotBelieved() {
        #expect(verify(body: Data(#"{"test": 2432232315}"#.utf8)) == .signature)
        #expect(verify(body: Data()) == .signature)
        #expect(verify(id: "msg_other") == .signature)
        #expect(verify(timestamp: "\(Self.timestamp + 1)") == .signature)
        let other = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
        #expect(verify(secret: other) == .signature)
    }

    @Test(arguments: [
        "", "v1,", "v1,!", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE+OTPJTGt/tmIKg==",
        "v1,h0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    ])
    func noOtherSignatureFits(_ signatures: String) {
        #expect(verify(signatures: signatures) == .signature)
    }

    @Test func oneOfSeveralSignaturesIsEnough() {
        let other = "v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc="
        #expect(verify(signatures: "\(other) v1a,xyz \(Self.signature)") == nil)
    }

    @Test func itIsBelievedForFiveMinutesBeforeAndAfter() {
        for seconds in [-300, 0, 300] {
            #expect(verify(now: Self.now + .seconds(seconds)) == nil)
        }
        for seconds in [-301, 301, 40_000_000] {
            #expect(verify(now: Self.now + .seconds(seconds)) == .time)
        }
    }

    @Test(arguments: ["", "now", "-1", "99999999999999", "9223372036854775808", "1614265330.5"])
    func timestampsThatAreNoneAreRefused(_ timestamp: String) {
        #expect(verify(timestamp: timestamp) == .malformed)
    }

    @Test func aMessageWithoutIdIsRefused() { #expect(verify(id: "") == .malformed) }

    @Test(arguments: ["", "whsec_", "secret", "AAAA", "not base 64, this one is not at all!!"])
    func secretsThatAreNoneAreRefusedWithoutBeingTold(_ secret: String) {
        let refusal = #expect(throws: MalformedWebhookSecret.self) {
            try WebhookSignature(secret: secret)
        }
        #expect(refusal?.description.contains("openssl rand -base64 32") == true)
    }
}
