/// What the server's own commands take over from the client: where it would go, and its colours.
package enum Console {
    /// The server that a client's command would speak to.
    ///
    /// - Throws: where the settings are wrong; the text is for people.
    package static func server() throws -> String {
        let surroundings = Surroundings.current
        do {
            return try Desk(ClientOptions.parse([]), surroundings).api.server
        } catch let failure as Failure {
            throw WrongSettings(description: failure.problem.detail ?? failure.problem.title)
        }
    }

    /// Colours for the standard output.
    package static func paint(_ choice: ColorChoice?) -> Paint {
        let surroundings = Surroundings.current
        let environment = surroundings.environment
        return surroundings.paint(choice ?? ColorChoice(environment: environment) ?? .auto)
    }

    /// Writes to the standard output at once, without waiting for a buffer to fill.
    package static func write(_ text: String) { Surroundings.current.terminal.writeLine(text) }

    /// The client's settings cannot be used.
    package struct WrongSettings: Error, CustomStringConvertible {
        package let description: String
    }
}
