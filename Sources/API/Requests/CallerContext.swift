import Domain
package import Hummingbird

/// The context of routes that are not for everybody: here it is known who asks.
package struct CallerContext: ChildRequestContext {
    package var coreContext: CoreRequestContextStorage
    package let caller: Caller

    package init(context: APIContext) throws {
        guard let caller = context.caller else { throw Refusal.unauthenticated("Log in.") }
        coreContext = context.coreContext
        self.caller = caller
    }

    /// The part of the path that names something.
    func parameter(_ name: String = "id") throws -> String { try parameters.require(name) }
}
