import ArgumentParser
import Wire

/// `holdfast subscribe`
struct SubscribeCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribe", abstract: "Have a service made, with a volume of its own.")

    @Argument(help: "The service, such as isso.", completion: .services)
    var service: String

    @Argument(help: "The variant, such as Basic.", completion: .variants(after: "subscribe"))
    var variant: String

    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "subscriptions", SubscriptionBody(service: service, variant: variant))
        desk.say("\(begun.value.instance) is being made.")
        try await desk.settle(begun, wait: waiting.wait)
        guard waiting.wait ?? desk.preferences.waits, desk.format == .table else { return }
        let made: Answer<SubscriptionReply> = try await desk.api.get(
            "subscriptions/\(begun.value.subscriptionId.escaped)")
        try desk.show(made) { SubscriptionText.list([$0], desk.paint) }
    }
}

/// `holdfast list`
struct ListCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Show your services.")

    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let all: Answer<[SubscriptionReply]> = try await desk.api.all("subscriptions")
        try desk.show(all) { SubscriptionText.list($0, desk.paint) }
    }
}

/// `holdfast show`
struct ShowCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one service in detail, with its volumes.")

    @OptionGroup var target: Target
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let one: Answer<SubscriptionReply> = try await desk.api.get(target.path)
        try desk.show(one) { SubscriptionText.details($0, desk.paint) }
    }
}
