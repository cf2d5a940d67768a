import ArgumentParser
import Wire

/// A verb that keeps the data, and so asks for nothing but the name.
protocol InstanceVerb: ClientCommand {
    /// The last part of the path.
    static var verb: String { get }
    var target: Target { get }
    var waiting: WaitOptions { get }
}

extension InstanceVerb {
    func perform(at desk: Desk) async throws {
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "\(target.path)/\(Self.verb)", [String: String]())
        try await desk.settle(begun, wait: waiting.wait)
    }
}

/// `holdfast restart`
struct RestartCommand: InstanceVerb {
    static let verb = "restart-pod"
    static let configuration = CommandConfiguration(
        commandName: "restart", abstract: "Restart a service. Its data stays.")

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions
}

/// `holdfast stop`
struct StopCommand: InstanceVerb {
    static let verb = "stop"
    static let configuration = CommandConfiguration(
        commandName: "stop", abstract: "Stop a service. Its data stays.")

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions
}

/// `holdfast start`
struct StartCommand: InstanceVerb {
    static let verb = "start"
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: "Start a stopped service on the data it had.")

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions
}

/// `holdfast undo-reset`
struct UndoResetCommand: InstanceVerb {
    static let verb = "undo-reset"
    static let configuration = CommandConfiguration(
        commandName: "undo-reset", abstract: "Bring back the data from before the last reset.",
        discussion: "The present data is set aside in turn, and can be had back the same way.")

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions
}
