import API
import FoundationEssentials
import Hummingbird
import Testing

/// The check that all answers pass through can fail.
struct ContractCheckTests {
    private let check: ContractCheck

    init() throws { check = try ContractCheck.shared.get() }

    private func complaints(_ change: (inout Answer) throws -> Void) throws -> [String] {
        let body = #"{"status":401,"title":"Who are you?","type":"/problems/unauthenticated"}"#
        var answer = Answer(status: 401, headers: [:], body: Data(body.utf8))
        answer.headers[.contentType] = "application/problem+json"
        answer.headers[.wwwAuthenticate] = "Bearer"
        answer.headers[try #require(HTTPName("X-Request-Id"))] = "1"
        try change(&answer)
        return try check.complaints(about: answer, to: .get, "/api/v1/services?a=b")
    }

    @Test func anAnswerThatWasForetoldPasses() throws {
        #expect(try complaints { _ in } == [])
    }

    @Test func anythingElseDoesNot() throws {
        #expect(try complaints { $0.status = 418 } != [])
        #expect(try complaints { $0.headers[.wwwAuthenticate] = nil } != [])
        #expect(try complaints { $0.headers[.contentType] = "text/html" } != [])
        #expect(try complaints { $0.body = .init(#"{"status":401}"#.utf8) } != [])
        let busy = #"{"status":401,"title":"","type":"/problems/busy"}"#
        #expect(try complaints { $0.body = .init(busy.utf8) } != [])
    }

    @Test func namesWinOverVariables() {
        #expect(ContractCheck.endpoint(.get, "/api/v1/me/tokens")?.id == "listTokens")
        #expect(ContractCheck.endpoint(.get, "/api/v1/subscriptions/x?y")?.id == "showSubscription")
        #expect(ContractCheck.endpoint(.put, "/api/v1/me") == nil)
    }
}
