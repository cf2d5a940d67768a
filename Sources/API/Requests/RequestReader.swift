import Domain
import FoundationEssentials
import Hummingbird
import Wire

/// Reads requests that change something.
struct RequestReader: Sendable {
    let hasher: any PasswordHasher

    /// - Parameters:
    ///   - absent: Stands for a body that was not sent; `nil` requires one.
    ///   - secret: What no fingerprint may be made of: fingerprints are kept, and fast to guess.
    func read<Body: JSONBody>(
        _ type: Body.Type, or absent: Body? = nil, from request: Request,
        by context: CallerContext, without secret: WritableKeyPath<Body, String?>? = nil
    ) async throws -> Asked<Body> {
        let data = try await Self.data(of: request)
        let body =
            if data.isEmpty, let absent { absent } else {
                try StrictJSON.decode(type, from: data)
            }
        var bare = body
        if let secret { bare[keyPath: secret] = nil }
        return Asked(
            body: body,
            context: Domain.RequestContext(
                actor: context.caller.actor, repeatable: try repeatable(request, bare)))
    }

    /// The body of a request that nobody has to be logged in for.
    static func body<Body: JSONBody>(
        _ type: Body.Type, from request: Request
    ) async throws -> Body {
        try StrictJSON.decode(type, from: try await data(of: request))
    }

    static func data(of request: Request) async throws -> Data {
        do {
            let buffer = try await request.body.collect(upTo: APIContext.largestBody)
            return Data(buffer.readableBytesView)
        } catch let error as any HTTPResponseError {
            throw error
        } catch {
            throw Refusal.malformed("The body broke off. Send the request again.")
        }
    }

    /// The same key may come again only with the same request.
    private func repeatable(
        _ request: Request, _ body: some Encodable
    ) throws -> Domain.RequestContext.Repeatable? {
        guard let key = request.headers[FieldName.idempotencyKey] else { return nil }
        let isVisible = key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isVisible, (1...255).contains(key.utf8.count) else {
            throw Refusal.malformed(
                "The Idempotency-Key must be 1 to 255 visible ASCII characters.")
        }
        // By what it says: whoever sends it again may write its members in another order.
        let plain = String(decoding: try JSONReply<Never>.encode(body), as: UTF8.self)
        let text = "\(request.method) \(request.uri)\n" + plain
        return .init(key: key, fingerprint: hasher.digest(text))
    }
}
