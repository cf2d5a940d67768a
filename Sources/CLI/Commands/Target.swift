import ArgumentParser

/// Which service is meant.
struct Target: ParsableArguments {
    @Argument(
        help: "The instance's name, or the subscription's id.", completion: .instances)
    var name: String

    var path: String { "subscriptions/\(name.escaped)" }
}
