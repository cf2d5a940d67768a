package main

import (
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"net"
	"net/http"
	"time"
)

type userReply struct {
	ID                 string  `json:"id"`
	Email              string  `json:"email"`
	Name               string  `json:"name"`
	Role               string  `json:"role"`
	MustChangePassword bool    `json:"mustChangePassword"`
	CreatedAt          string  `json:"createdAt"`
	DisabledAt         *string `json:"disabledAt,omitempty"`
}

type tokenReply struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Scope     string `json:"scope"`
	CreatedAt string `json:"createdAt"`
	Secret    string `json:"secret"`
}

func (s *server) showMe(w http.ResponseWriter, r *http.Request, u *user) {
	answer(w, http.StatusOK, userReply{
		u.ID, u.email, u.name, u.role, u.mustChangePassword, moment(u.createdAt),
		optionalMoment(u.disabledAt),
	})
}

// makeToken keeps a new API token and the audit's row about it, in one durable transaction.
func (s *server) makeToken(w http.ResponseWriter, r *http.Request, u *user) {
	var body struct{ Name, Scope string }
	decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 64<<10))
	decoder.DisallowUnknownFields()
	isKnown := map[string]bool{"read": true, "operate": true}
	if decoder.Decode(&body) != nil || body.Name == "" || len(body.Name) > 100 ||
		!isKnown[body.Scope] {
		refuse(w, http.StatusUnprocessableEntity)
		return
	}
	now := time.Now().UnixMilli()
	reply := tokenReply{word(26), body.Name, body.Scope, moment(now), "hft_" + word(52)}
	if err := s.keep(reply, u, now, r); err != nil {
		refuse(w, http.StatusInternalServerError)
		return
	}
	w.Header().Set("Location", "/api/v1/me/tokens/"+reply.ID)
	answer(w, http.StatusCreated, reply)
}

func (s *server) keep(token tokenReply, u *user, now int64, r *http.Request) error {
	details, err := json.Marshal(map[string]string{"name": token.Name, "scope": token.Scope})
	if err != nil {
		return err
	}
	digest := sha256.Sum256([]byte(token.Secret))
	address, _, _ := net.SplitHostPort(r.RemoteAddr)
	return s.inTransaction(func(tx *sql.Tx) error {
		_, err := tx.Stmt(s.addToken).Exec(
			token.ID, u.ID, token.Name, token.Scope, hex.EncodeToString(digest[:]), now)
		if err != nil {
			return err
		}
		_, err = tx.Stmt(s.addAudit).Exec(
			now, u.ID, u.role, address, word(16), "token.create", "token", token.ID,
			string(details))
		return err
	})
}

func (s *server) inTransaction(body func(*sql.Tx) error) error {
	tx, err := s.writes.Begin()
	if err != nil {
		return err
	}
	if err = body(tx); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit()
}

// word gives random letters of Crockford's base 32.
func word(count int) string {
	const alphabet = "0123456789abcdefghjkmnpqrstvwxyz"
	bytes := make([]byte, count)
	_, _ = rand.Read(bytes)
	for place := range bytes {
		bytes[place] = alphabet[bytes[place]&31]
	}
	return string(bytes)
}
