;;; What an editor does on a page in Emacs, with the configuration of the manual; ends with a report as JSON in $GALLEY_REPORT.  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'json)

(defvar report nil)

(defun report-as (name value)
  (setq report (append report (list (cons name value)))))

(defun wait-for (what holds)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall holds))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.01))))

(defun go-to (words)
  "Put point on the first place of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun choose-action ()
  "Choose the first quick fix at point, as a person does in the menu."
  ;; A key, as opposed to a mouse.
  (setq last-nonmenu-event ?\r)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt choices &rest _)
               (let ((titles (mapcar (lambda (each) (if (consp each) (car each) each)) choices)))
                 (report-as 'actions (vconcat titles))
                 (car titles)))))
    (eglot-code-actions (point) (point) nil t)))

(defun leaves (index)
  "The names in INDEX, which has them in a group for each kind."
  (cl-loop for (name . within) in index
           if (and (consp within) (consp (car within))) append (leaves within)
           else collect name))

(defun undo-once ()
  (undo-boundary)
  (setq last-command 'ignore)
  (undo))

(defun work ()
  (find-file (getenv "GALLEY_PAGE"))
  (buffer-enable-undo)
  ;; Nobody presses a key here, after which Emacs would do this.
  (run-hooks 'post-command-hook)
  (wait-for "the server" (lambda () (eglot-current-server)))
  (flymake-start)
  (wait-for "diagnostics" #'flymake-diagnostics)
  (report-as 'diagnostics (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

  (report-as 'outline (vconcat (leaves (funcall imenu-create-index-function))))
  (go-to "罗长")
  (let ((hover (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams))))
    (report-as 'hover (plist-get (plist-get hover :contents) :value)))

  (let ((raw (buffer-string)))
    (go-to " 5 亿元")
    (undo-boundary)
    (choose-action)
    (wait-for "the quick fix" (lambda () (not (equal (buffer-string) raw))))
    (report-as 'mended (buffer-string))
    (undo-once)
    (report-as 'undone (if (equal (buffer-string) raw) t :json-false))
    (undo-boundary)
    (eglot-format-buffer)
    (report-as 'formatted (buffer-string))
    (undo-once)
    (report-as 'format_undone (if (equal (buffer-string) raw) t :json-false))))

(condition-case fault
    (work)
  (error (report-as 'fault (error-message-string fault))))
(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "GALLEY_REPORT") (insert (json-encode report))))
(set-buffer-modified-p nil)
(kill-emacs)
