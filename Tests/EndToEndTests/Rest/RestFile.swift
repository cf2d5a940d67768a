import Foundation

/// A file of requests that editors can send: variables, and blocks that begin with `###`.
///
/// Of the format (https://github.com/Huachao/vscode-restclient) it knows what the project's own
/// file makes use of, and refuses the rest: `@name = value`, `# @name name`, comments, a request
/// line, header fields, a blank line, a body. Expectations are comments: `# expect …`.
struct RestFile {
    /// By name, as they are written.
    private(set) var variables: [String: String] = [:]
    private(set) var requests: [RestRequest] = []

    /// Something that the format, or the part of it that is known here, does not have.
    struct Mistake: Error, Equatable {
        /// From 1.
        var line: Int
        var what: String
    }

    init(parsing text: String) throws(Mistake) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        var start = 0
        for place in lines.indices where lines[place].hasPrefix("###") {
            try read(Array(lines[start..<place]), from: start)
            start = place
        }
        try read(Array(lines[start...]), from: start)
        try requireOwnNames()
    }

    private mutating func read(_ lines: [String], from start: Int) throws(Mistake) {
        guard lines.first?.hasPrefix("###") == true else {
            return try readVariables(lines, from: start)
        }
        requests.append(try RestRequest(lines, from: start))
    }

    /// Before the first request.
    private mutating func readVariables(_ lines: [String], from start: Int) throws(Mistake) {
        for (offset, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            guard let match = line.wholeMatch(of: /@(\w+)\s*=\s*(.+)/) else {
                throw Mistake(line: start + offset + 1, what: "no variable, comment or request")
            }
            variables[String(match.1)] = String(match.2)
        }
    }

    private func requireOwnNames() throws(Mistake) {
        var known: Set<String> = []
        for request in requests {
            guard let name = request.name else { continue }
            guard known.insert(name).inserted, variables[name] == nil else {
                throw Mistake(line: request.line, what: "the name \(name) is taken")
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(reversed().drop(while: \.isWhitespace).reversed())
    }
}
