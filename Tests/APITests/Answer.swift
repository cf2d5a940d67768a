import FoundationEssentials
import Hummingbird
import HummingbirdTesting
import Wire

/// What came back.
struct Answer {
    var status: Int
    var headers: HTTPFields
    var body: Data

    var text: String { String(decoding: body, as: UTF8.self) }

    func decoded<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: body)
    }

    /// The body, which must be a problem that says what the status line says.
    var problem: Problem {
        get throws {
            guard headers[.contentType] == "application/problem+json" else {
                throw NoProblem(status: status, text: text)
            }
            let problem = try decoded(Problem.self)
            guard problem.status == status else { throw NoProblem(status: status, text: text) }
            return problem
        }
    }

    struct NoProblem: Error {
        var status: Int
        var text: String
    }
}

extension Answer {
    init(_ response: TestResponse) {
        self.init(
            status: response.status.code, headers: response.headers,
            body: Data(response.body.readableBytesView))
    }
}
