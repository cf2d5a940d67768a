import ArgumentParser

/// When to write in colours.
package enum ColorChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// Where a person sees it.
    case auto
    case always, never

    /// What the environment says, if it does: `NO_COLOR` with any value (https://no-color.org)
    /// goes before `CLICOLOR_FORCE` with any but 0 (https://bixense.com/clicolors).
    init?(environment: [String: String]) {
        if !(environment["NO_COLOR"] ?? "").isEmpty {
            self = .never
        } else if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") {
            self = .always
        } else {
            return nil
        }
    }
}
