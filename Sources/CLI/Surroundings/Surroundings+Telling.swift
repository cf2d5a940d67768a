import FoundationEssentials

extension Surroundings {
    /// A dumb terminal shows nothing but text.
    var isDumb: Bool { environment["TERM"] == "dumb" }

    /// Colours for the standard output.
    func paint(_ choice: ColorChoice) -> Paint {
        Paint(choice, isSeen: terminal.showsOutput && !isDumb)
    }

    /// Colours for the standard error.
    func errorPaint(_ choice: ColorChoice) -> Paint {
        Paint(choice, isSeen: terminal.showsErrors && !isDumb)
    }

    /// Says on the standard error why a command could not do what was asked.
    func tell(_ failure: Failure, as format: ClientOptions.Format, _ color: ColorChoice) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        if format == .json, let json = try? encoder.encode(failure.problem) {
            terminal.complainLine(String(decoding: json, as: UTF8.self))
        } else {
            terminal.complainLine(ProblemText.text(failure.problem, errorPaint(color)))
        }
    }
}
