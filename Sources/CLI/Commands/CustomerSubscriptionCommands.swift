import ArgumentParser
import Wire

/// `holdfast admin subscribe`
struct SubscribeCustomerCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "subscribe", abstract: "Subscribe a customer to a service.")

    @Argument(help: "The customer's id.")
    var customer: String

    @Argument(help: "The service, such as isso.", completion: .services)
    var service: String

    @Argument(help: "The variant, such as Basic.")
    var variant: String

    @Option(help: "Until when it is paid for, such as 2030-01-31T09:30:00Z.")
    var paidUntil: String?

    @OptionGroup var waiting: WaitOptions
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let begun: Answer<OperationReply> = try await desk.api.send(
            "POST", "admin/subscriptions",
            CustomerSubscriptionBody(
                customer: customer, service: service, variant: variant, paidUntil: paidUntil))
        desk.say("\(begun.value.instance) is being made.")
        try await desk.settle(begun, wait: waiting.wait)
    }
}

/// `holdfast admin renew`
struct RenewCommand: ClientCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew", abstract: "Say until when a subscription is paid for.",
        discussion: "Without --paid-until it goes on until it is cancelled.")

    @Option(help: "Until when, such as 2030-01-31T09:30:00Z.")
    var paidUntil: String?

    @OptionGroup var target: Target
    @OptionGroup var options: ClientOptions

    func perform(at desk: Desk) async throws {
        let renewed: Answer<SubscriptionReply> = try await desk.api.send(
            "POST", "admin/subscriptions/\(target.name.escaped)/renew",
            RenewalBody(paidUntil: paidUntil))
        try desk.show(renewed) { SubscriptionText.details($0, desk.paint) }
    }
}
