/// What Holdfast notes on its objects beside the labels that find them.
package enum Annotation {
    /// Of the workload, as of its making.
    package static let revision = "holdfast/revision"
    /// The run that a restart replaced; on the template, so that a new one makes a new pod.
    package static let replaces = "holdfast/replaces"
    /// The object's own uid: the permission to delete it. The admission policy asks for it.
    package static let destroy = "holdfast/destroy"
}
