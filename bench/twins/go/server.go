package main

import (
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/golang-jwt/jwt"
)

type server struct {
	reads, writes *sql.DB
	key           []byte
	statements
}

// statements are prepared once.
type statements struct {
	user, subscription, instance, status, volumes, usage *sql.Stmt
	tickets, operation, engine, addToken, addAudit       *sql.Stmt
}

type user struct {
	ID, email, name, role string
	mustChangePassword    bool
	createdAt             int64
	disabledAt            sql.NullInt64
}

func newServer(reads, writes *sql.DB) (*server, error) {
	s := &server{reads: reads, writes: writes}
	var key string
	err := reads.QueryRow("SELECT value FROM meta WHERE key = 'token-key'").Scan(&key)
	if err != nil {
		return nil, err
	}
	if s.key, err = base64.StdEncoding.DecodeString(key); err != nil {
		return nil, err
	}
	return s, s.prepare()
}

// authenticated finds out who asks, from `Authorization: Bearer` with an access token.
func (s *server) authenticated(
	method string, next func(http.ResponseWriter, *http.Request, *user),
) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != method {
			refuse(w, http.StatusMethodNotAllowed)
			return
		}
		user, err := s.caller(r)
		if err != nil {
			refuse(w, http.StatusUnauthorized)
			return
		}
		next(w, r, user)
	}
}

func (s *server) caller(r *http.Request) (*user, error) {
	text := r.Header.Get("Authorization")
	if !strings.HasPrefix(text, "Bearer ") {
		return nil, errors.New("no token")
	}
	var claims jwt.StandardClaims
	parser := jwt.Parser{ValidMethods: []string{"HS256"}}
	_, err := parser.ParseWithClaims(text[7:], &claims, func(*jwt.Token) (interface{}, error) {
		return s.key, nil
	})
	if err != nil {
		return nil, err
	}
	var u user
	err = s.user.QueryRow(claims.Subject).Scan(
		&u.ID, &u.email, &u.name, &u.role, &u.mustChangePassword, &u.createdAt, &u.disabledAt)
	if err == nil && u.disabledAt.Valid {
		err = errors.New("disabled")
	}
	return &u, err
}

func answer(w http.ResponseWriter, status int, body interface{}) {
	bytes, err := json.Marshal(body)
	if err != nil {
		refuse(w, http.StatusInternalServerError)
		return
	}
	header := w.Header()
	header.Set("Content-Type", "application/json")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(bytes)
}

func refuse(w http.ResponseWriter, status int) {
	http.Error(w, http.StatusText(status), status)
}

func moment(milliseconds int64) string {
	return time.UnixMilli(milliseconds).UTC().Format("2006-01-02T15:04:05.000Z")
}

func optionalMoment(milliseconds sql.NullInt64) *string {
	if !milliseconds.Valid {
		return nil
	}
	text := moment(milliseconds.Int64)
	return &text
}
