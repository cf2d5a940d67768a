import FoundationEssentials
import Wire

/// How the course of an operation reads.
struct ProgressText: Sendable {
    private static let frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]

    var paint: Paint

    init(paint: Paint) { self.paint = paint }

    /// `  1.2 s  The old run has ended.`
    func step(_ step: OperationStepReply, since start: String) -> String {
        "\(paint.dim(Self.age(of: step.at, since: start)))  \(step.text.printable)"
    }

    /// What is going on, on one line that fits.
    func waiting(
        _ operation: OperationReply, silence: String?, frame: Int, elapsed: Duration, width: Int
    ) -> String {
        let what =
            silence.map(self.silence)
            ?? operation.message?.printable ?? "\(operation.kind) of \(operation.instance)"
        let time = "\(elapsed.components.seconds) s"
        let line = String("\(what)  \(time)".prefix(max(10, width - 3)))
        return paint.blue(Self.frames[frame % Self.frames.count]) + " " + line
    }

    func silence(_ server: String) -> String {
        "\(server) does not answer; trying again. The operation is kept there."
    }

    func end(_ operation: OperationReply) -> String {
        let name = "\(operation.kind) of \(operation.instance)"
        let time = operation.endedAt.map { Self.age(of: $0, since: operation.createdAt) } ?? ""
        return operation.state == "succeeded"
            ? "\(paint.dim(time))  \(paint.green("Done:")) \(name)."
            : "\(paint.dim(time))  \(paint.red("Failed:")) \(name)."
    }

    /// What to say to somebody who does not want to wait.
    static func note(for operation: String) -> String {
        "The operation goes on. To watch it: holdfast operations watch \(operation)"
    }

    /// By the server's clock alone, right-aligned to line up.
    private static func age(of moment: String, since start: String) -> String {
        guard let end = Moment.date(moment), let begin = Moment.date(start) else {
            return "       –"
        }
        let tenths = Int((end.timeIntervalSince(begin) * 10).rounded())
        let text = "\(tenths / 10).\(abs(tenths % 10)) s"
        return String(repeating: " ", count: max(0, 8 - text.count)) + text
    }
}
