import Wire

/// Something that takes data away, and so is confirmed by the instance's name.
struct ConfirmedVerb: Sendable {
    /// The last part of the path.
    var path: String
    /// What it does, said before it is confirmed.
    var warning: @Sendable (SubscriptionReply, Paint) -> String
    /// Why it cannot simply be done: `A reset takes the present data away`.
    var reason: String

    static let reset = ConfirmedVerb(
        path: "reset-pod", warning: ResetText.warning,
        reason: "A reset takes the present data away")

    static let delete = ConfirmedVerb(
        path: "delete", warning: DeleteText.warning, reason: "A deletion takes all data away")

    /// Begins it, once the name was typed or given.
    func begin(
        _ target: Target, confirm: String?, at desk: Desk
    ) async throws -> Answer<OperationReply> {
        let confirmation =
            if let confirm { confirm } else { try await ask(about: target, at: desk) }
        return try await desk.api.send(
            "POST", "\(target.path)/\(path)", ConfirmBody(confirm: confirmation))
    }

    /// What is typed must be the name itself: a yes is typed too easily.
    private func ask(about target: Target, at desk: Desk) async throws -> String {
        guard desk.terminal.canAsk else {
            throw Failure.usage(
                "\(reason), and there is no terminal to ask at. "
                    + "Confirm it with --confirm NAME, the instance's name.")
        }
        let before: Answer<SubscriptionReply> = try await desk.api.get(target.path)
        desk.terminal.complainLine(warning(before.value, desk.errorPaint))
        let name = before.value.instance.name
        let typed = desk.terminal.ask("\nType \(name) to go on: ") ?? ""
        guard typed == name else {
            throw Failure.refused("“\(typed)” is not \(name). The data is untouched.")
        }
        return typed
    }
}
