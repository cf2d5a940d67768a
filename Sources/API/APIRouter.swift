package import Domain
package import Hummingbird
package import Operations

/// The HTTP API, `/api/v1`: routes read, ask and answer; `ControlPlane` decides.
package struct APIRouter: Sendable {
    private let plane: ControlPlane
    private let tokens: AccessTokens
    private let clock: any WallClock
    private let hasher: any PasswordHasher
    private let proxies: TrustedProxies
    private let inventory: InventorySource
    private let logs: LogSource
    private let isSignedPayment: SignatureCheck?

    /// - Parameters:
    ///   - hasher: Only digests requests that carry an idempotency key.
    ///   - isSignedPayment: Proves what a payment system tells; `nil` where there is none.
    package init(
        plane: ControlPlane, tokens: AccessTokens, clock: any WallClock,
        hasher: any PasswordHasher, proxies: TrustedProxies = TrustedProxies(),
        isSignedPayment: SignatureCheck? = nil, inventory: InventorySource,
        logs: @escaping LogSource
    ) {
        self.isSignedPayment = isSignedPayment
        self.plane = plane
        self.tokens = tokens
        self.clock = clock
        self.hasher = hasher
        self.proxies = proxies
        self.inventory = inventory
        self.logs = logs
    }

    /// Everything, ready to answer, with or without a socket.
    package func build() -> Router<APIContext> {
        let router = mounted()
        refuseOtherMethods(of: router)
        return router
    }

    /// The routes that do something.
    package func mounted() -> Router<APIContext> {
        let router = Router(
            context: APIContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: DoorMiddleware(clock: clock, proxies: proxies))
        router.add(middleware: ProblemMiddleware())
        FrontRoutes().add(to: router)
        HealthRoutes().add(to: router)
        ContractRoutes().add(to: router)
        PaymentRoutes(plane: plane, reader: reader, isSigned: isSignedPayment)
            .add(to: router.group("api/v1/webhooks"))
        let sessions = SessionRoutes(plane: plane, tokens: tokens)
        sessions.add(to: router.group("api/v1/auth"))
        let callers = router.group("api/v1")
            .add(middleware: AuthenticationMiddleware(plane: plane, tokens: tokens))
            .group(context: CallerContext.self)
            .add(middleware: RefusalRecorder(plane: plane))
            .add(middleware: CallerMiddleware.scope)
        sessions.addLogout(to: callers.group("auth"))
        me.addFirst(to: callers.group("me"))
        mountRest(on: callers.group().add(middleware: CallerMiddleware.settledPassword))
        return router
    }

    private func mountRest(on group: RouterGroup<CallerContext>) {
        let answers = OperationAnswers(plane: plane, clock: clock)
        me.add(to: group.group("me"))
        ServiceRoutes(plane: plane).add(to: group.group("services"))
        SubscriptionRoutes(plane: plane, reader: reader, answers: answers)
            .add(to: group.group("subscriptions"))
        InstanceRoutes(plane: plane, reader: reader, answers: answers, logs: logs)
            .add(to: group.group("subscriptions/:id"))
        OperationRoutes(plane: plane, clock: clock).add(to: group.group("operations"))
        let admin = group.group("admin").add(middleware: CallerMiddleware.admin)
        UserRoutes(plane: plane, reader: reader).add(to: admin.group("users"))
        RecordRoutes(plane: plane, reader: reader).add(to: admin)
        PodRoutes(plane: plane, reader: reader, answers: answers)
            .add(to: admin.group("pods/:id"))
        CustomerSubscriptionRoutes(plane: plane, reader: reader, answers: answers)
            .add(to: admin.group("subscriptions"))
        AuditRoutes(plane: plane, clock: clock).add(to: admin.group("audit"))
        OrphanRoutes(plane: plane, reader: reader, inventory: inventory, clock: clock)
            .add(to: admin.group("pods"))
        SafetyRoutes(plane: plane, reader: reader, inventory: inventory).add(to: admin)
        NoticeRoutes(plane: plane, reader: reader).add(to: admin.group("notices"))
    }

    private var reader: RequestReader { RequestReader(hasher: hasher) }

    private var me: MeRoutes { MeRoutes(plane: plane, reader: reader) }

    /// Without these, a wrong method on a right path would look like a wrong path.
    private func refuseOtherMethods(of router: Router<APIContext>) {
        // All of RFC 9110, section 9, and PATCH.
        let methods: [HTTPRequest.Method] = [
            .connect, .delete, .get, .head, .options, .patch, .post, .put, .trace,
        ]
        for (path, routes) in Dictionary(grouping: router.routes, by: \.path.description) {
            var known = Set(routes.map(\.method))
            if known.contains(.get) { known.insert(.head) }
            let refusal = MethodRefusal(allowed: known.map(\.rawValue).sorted())
            for method in methods where !known.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> HTTPResponse.Status in
                    throw refusal
                }
            }
        }
    }
}
