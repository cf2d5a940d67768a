import ArgumentParser
import Wire

/// Gives a command the verb that it is for.
protocol InstanceVerbing {
    static var verb: InstanceVerb { get }
}

/// One verb on one service: it is begun, and followed to its end.
struct InstanceCommand<Verbing: InstanceVerbing>: ClientCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Verbing.verb.command, abstract: Verbing.verb.abstract,
            discussion: Verbing.verb.discussion)
    }

    @OptionGroup var target: Target
    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        if let caution = Verbing.verb.caution, desk.format == .table {
            let before: Answer<SubscriptionReply> = try await desk.api.get(target.path)
            if let words = caution(before.value) { desk.terminal.complainLine(words) }
        }
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "\(target.path)/\(Verbing.verb.segment)", [String: String]())
        try await desk.settle(begun, wait: waiting.wait)
    }
}

/// `holdfast restart`
enum Restarting: InstanceVerbing { static let verb = InstanceVerb.restart }

/// `holdfast stop`
enum Stopping: InstanceVerbing { static let verb = InstanceVerb.stop }

/// `holdfast start`
enum Starting: InstanceVerbing { static let verb = InstanceVerb.start }

/// `holdfast undo-reset`
enum UndoingReset: InstanceVerbing { static let verb = InstanceVerb.undoReset }

/// `holdfast cancel`
enum Cancelling: InstanceVerbing { static let verb = InstanceVerb.cancel }

/// `holdfast resubscribe`
enum Resubscribing: InstanceVerbing { static let verb = InstanceVerb.resubscribe }

/// `holdfast undo-delete`
enum UndoingDelete: InstanceVerbing { static let verb = InstanceVerb.undoDelete }

/// `holdfast update`
enum Updating: InstanceVerbing { static let verb = InstanceVerb.update }

/// `holdfast rollback`
enum RollingBack: InstanceVerbing { static let verb = InstanceVerb.rollback }
