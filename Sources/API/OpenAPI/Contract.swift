/// Everything that the API can be asked, as the document tells it.
package enum Contract {
    package static let endpoints =
        FrontRoutes.contract + HealthRoutes.contract + ContractRoutes.contract
        + SessionRoutes.contract + MeRoutes.contract + ServiceRoutes.contract
        + SubscriptionRoutes.contract
        + InstanceRoutes.contract + OperationRoutes.contract + UserRoutes.contract
        + RecordRoutes.contract + AuditRoutes.contract + PodRoutes.contract
        + CustomerSubscriptionRoutes.contract + PaymentRoutes.contract + OrphanRoutes.contract
        + SafetyRoutes.contract + VolumeRoutes.contract + NoticeRoutes.contract
}
