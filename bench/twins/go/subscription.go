package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

type subscriptionReply struct {
	ID          string        `json:"id"`
	CustomerID  string        `json:"customerId"`
	Status      string        `json:"status"`
	Service     string        `json:"service"`
	Variant     string        `json:"variant"`
	CreatedAt   string        `json:"createdAt"`
	EndedAt     *string       `json:"endedAt,omitempty"`
	GraceEndsAt *string       `json:"graceEndsAt,omitempty"`
	Instance    instanceReply `json:"instance"`
}

type instanceReply struct {
	ID              string        `json:"id"`
	Name            string        `json:"name"`
	Image           string        `json:"image"`
	Wish            string        `json:"wish"`
	Status          string        `json:"status"`
	Message         *string       `json:"message,omitempty"`
	Since           string        `json:"since"`
	URL             string        `json:"url"`
	Port            int           `json:"port"`
	Restarts        int           `json:"restarts"`
	Generation      int           `json:"generation"`
	VolumeClaimName string        `json:"volumeClaimName,omitempty"`
	VolumeStatus    string        `json:"volumeStatus,omitempty"`
	VolumeSize      string        `json:"volumeSize,omitempty"`
	VolumeMountPath string        `json:"volumeMountPath,omitempty"`
	StorageClass    *string       `json:"storageClass,omitempty"`
	AccessMode      string        `json:"accessMode,omitempty"`
	Volumes         []volumeReply `json:"volumes"`
	Engine          engineReply   `json:"engine"`
}

type volumeReply struct {
	ID              string  `json:"id"`
	Name            string  `json:"name"`
	Generation      int     `json:"generation"`
	State           string  `json:"state"`
	VolumeClaimName string  `json:"volumeClaimName"`
	VolumeStatus    string  `json:"volumeStatus"`
	VolumeSize      string  `json:"volumeSize"`
	SizeEnforced    bool    `json:"sizeEnforced"`
	Used            *int64  `json:"used,omitempty"`
	VolumeMountPath string  `json:"volumeMountPath"`
	StorageClass    *string `json:"storageClass,omitempty"`
	AccessMode      string  `json:"accessMode"`
	CreatedAt       string  `json:"createdAt"`
	RetiredAt       *string `json:"retiredAt,omitempty"`
	KeptUntil       *string `json:"keptUntil,omitempty"`
	DestroyedAt     *string `json:"destroyedAt,omitempty"`
}

type engineReply struct {
	State     string         `json:"state"`
	Since     string         `json:"since"`
	Detail    string         `json:"detail"`
	Abilities abilitiesReply `json:"abilities"`
}

type abilitiesReply struct {
	Sizes             string `json:"sizes"`
	Growth            string `json:"growth"`
	ChangesLimitsLive bool   `json:"changesLimitsLive"`
}

// abilities are what an engine can do, kept as JSON; `sizes` has one key, the answer.
type abilities struct {
	Sizes             map[string]interface{} `json:"sizes"`
	Growth            string                 `json:"growth"`
	ChangesLimitsLive bool                   `json:"changesLimitsLive"`
}

// template is what a volume is made from, kept as JSON.
type template struct {
	MountPath    string  `json:"mountPath"`
	StorageClass *string `json:"storageClass"`
	AccessMode   string  `json:"accessMode"`
}

// spec is what an instance runs, kept as JSON; one that cannot be read must show.
type spec struct {
	Image       string            `json:"image"`
	Environment map[string]string `json:"environment"`
}

// showSubscription reads all that is shown in one transaction, so that it is of one moment.
func (s *server) showSubscription(w http.ResponseWriter, r *http.Request, u *user) {
	id := strings.TrimPrefix(r.URL.Path, "/api/v1/subscriptions/")
	reply, err := s.read(r.Context(), id, u)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		refuse(w, http.StatusNotFound)
	case err != nil:
		refuse(w, http.StatusInternalServerError)
	default:
		answer(w, http.StatusOK, reply)
	}
}

func (s *server) read(ctx context.Context, id string, u *user) (*subscriptionReply, error) {
	tx, err := s.reads.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer func() { _ = tx.Rollback() }()
	var reply subscriptionReply
	var created int64
	var ended, grace sql.NullInt64
	err = tx.Stmt(s.subscription).QueryRow(id).Scan(
		&reply.ID, &reply.CustomerID, &reply.Service, &reply.Variant, &reply.Status, &created,
		&ended, &grace)
	if err != nil {
		return nil, err
	}
	if u.role != "admin" && u.ID != reply.CustomerID {
		return nil, sql.ErrNoRows
	}
	reply.Status = strings.ToUpper(reply.Status)
	reply.CreatedAt = moment(created)
	reply.EndedAt, reply.GraceEndsAt = optionalMoment(ended), optionalMoment(grace)
	return &reply, s.readInstance(tx, id, &reply.Instance)
}

func (s *server) readInstance(tx *sql.Tx, subscription string, i *instanceReply) error {
	var customer, specText string
	var since int64
	err := tx.Stmt(s.instance).QueryRow(subscription).Scan(
		&i.ID, &customer, &i.Name, &i.Wish, &i.Port, &i.Generation, &i.Restarts, &specText)
	if err != nil {
		return err
	}
	var what spec
	if err = json.Unmarshal([]byte(specText), &what); err != nil {
		return err
	}
	err = tx.Stmt(s.status).QueryRow(i.ID).Scan(&i.Status, &i.Message, &since)
	if err != nil {
		return err
	}
	i.Image = what.Image
	i.Since, i.URL = moment(since), fmt.Sprintf("http://127.0.0.1:%d", i.Port)
	i.Wish, i.Status = strings.ToUpper(i.Wish), strings.ToUpper(i.Status)
	if err = s.readVolumes(tx, i); err != nil {
		return err
	}
	var operation string
	err = tx.Stmt(s.operation).QueryRow(i.ID).Scan(&operation)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	return s.readEngine(tx, &i.Engine)
}

func (s *server) readEngine(tx *sql.Tx, e *engineReply) error {
	var since int64
	var text string
	err := tx.Stmt(s.engine).QueryRow().Scan(&e.State, &since, &e.Detail, &text)
	if err != nil {
		return err
	}
	var able abilities
	if err = json.Unmarshal([]byte(text), &able); err != nil {
		return err
	}
	e.Since = moment(since)
	e.Abilities = abilitiesReply{"", able.Growth, able.ChangesLimitsLive}
	for word := range able.Sizes {
		e.Abilities.Sizes = word
	}
	return nil
}

func (s *server) readVolumes(tx *sql.Tx, i *instanceReply) error {
	kept, err := s.keptUntil(tx, i.ID)
	if err != nil {
		return err
	}
	measured, err := s.measured(tx, i.ID)
	if err != nil {
		return err
	}
	rows, err := tx.Stmt(s.volumes).Query(i.ID)
	if err != nil {
		return err
	}
	defer rows.Close()
	i.Volumes = []volumeReply{}
	for rows.Next() {
		volume, err := scanVolume(rows, kept)
		if err != nil {
			return err
		}
		if usage, isMeasured := measured[volume.ID]; isMeasured {
			volume.Used, volume.SizeEnforced = &usage.used, usage.isEnforced
		}
		i.Volumes = append(i.Volumes, *volume)
	}
	if len(i.Volumes) > 0 {
		first := i.Volumes[0]
		i.VolumeClaimName, i.VolumeStatus = first.VolumeClaimName, first.VolumeStatus
		i.VolumeSize, i.VolumeMountPath = first.VolumeSize, first.VolumeMountPath
		i.StorageClass, i.AccessMode = first.StorageClass, first.AccessMode
	}
	return rows.Err()
}

func scanVolume(rows *sql.Rows, kept map[string]int64) (*volumeReply, error) {
	var v volumeReply
	var templateText string
	var size, created int64
	var retired, destroyed sql.NullInt64
	err := rows.Scan(
		&v.ID, &v.Name, &templateText, &v.Generation, &size, &v.VolumeClaimName, &v.State,
		&v.VolumeStatus, &created, &retired, &destroyed)
	if err != nil {
		return nil, err
	}
	var made template
	if err = json.Unmarshal([]byte(templateText), &made); err != nil {
		return nil, err
	}
	v.VolumeMountPath, v.StorageClass = made.MountPath, made.StorageClass
	v.AccessMode, v.VolumeSize = made.AccessMode, fmt.Sprintf("%dMi", size>>20)
	v.CreatedAt = moment(created)
	v.RetiredAt, v.DestroyedAt = optionalMoment(retired), optionalMoment(destroyed)
	if until, isKept := kept[v.ID]; isKept && v.State == "retired" {
		text := moment(until)
		v.KeptUntil = &text
	}
	return &v, nil
}

type usage struct {
	used       int64
	isEnforced bool
}

// measured tells how much each volume that was measured holds.
func (s *server) measured(tx *sql.Tx, instance string) (map[string]usage, error) {
	rows, err := tx.Stmt(s.usage).Query(instance)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := map[string]usage{}
	for rows.Next() {
		var volume string
		var one usage
		if err = rows.Scan(&volume, &one.used, &one.isEnforced); err != nil {
			return nil, err
		}
		found[volume] = one
	}
	return found, rows.Err()
}

// keptUntil tells of each volume with an open ticket when it may go.
func (s *server) keptUntil(tx *sql.Tx, instance string) (map[string]int64, error) {
	rows, err := tx.Stmt(s.tickets).Query(instance)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	kept := map[string]int64{}
	for rows.Next() {
		var volume, state string
		var until int64
		if err = rows.Scan(&volume, &state, &until); err != nil {
			return nil, err
		}
		if state == "issued" {
			kept[volume] = until
		}
	}
	return kept, rows.Err()
}
