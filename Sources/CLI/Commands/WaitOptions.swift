import ArgumentParser

/// Whether to stay until an operation has ended.
struct WaitOptions: ParsableArguments {
    @Flag(
        inversion: .prefixedNo,
        help: "Stay until the operation has ended, or only print it. (default: --wait)")
    var wait: Bool?
}
